// Readies the page to be photographed piece by piece: room below, so that every place can be
// scrolled to the top, and a strip at the window's foot, outside the picture, whose colour says
// which piece is in sight.
(strip) => {
  const root = document.documentElement;
  const height = Math.max(root.scrollHeight, document.body ? document.body.scrollHeight : 0);
  const put = (styles) => {
    const element = document.createElement('div');
    element.style.setProperty('all', 'initial', 'important');
    for (const [name, value] of Object.entries(styles)) {
      element.style.setProperty(name, value, 'important');
    }
    root.append(element);
    return element;
  };
  globalThis.caseboardRoom = put({ position: 'absolute', left: '0', top: `${height}px`,
    width: '1px', height: `${innerHeight}px`, display: 'block' });
  globalThis.caseboardStrip = put({
    position: 'fixed', left: '0', bottom: '0', width: '100%', height: `${strip}px`,
    'z-index': '2147483647', display: 'block' });
  return { height, width: root.scrollWidth };
}
