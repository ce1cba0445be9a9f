// How far the page has come: whether more is on its way, how long it is, where it is scrolled to.
() => {
  const near = (box) => box.bottom > -innerHeight && box.top < 2 * innerHeight && box.width > 0;
  const pending = [...document.images].filter(
    (image) => !image.complete && near(image.getBoundingClientRect()));
  performance.setResourceTimingBufferSize(10000);
  const box = pageBox();
  const boxes = [document.documentElement, document.body, box].filter((each) => each);
  return {
    type: /^https?:$/.test(location.protocol) ? document.contentType : '',
    ready: document.readyState === 'complete',
    pending: pending.length,
    resources: performance.getEntriesByType('resource').length,
    height: Math.max(0, ...boxes.map((each) => each.scrollHeight)),
    y: Math.round(Math.max(scrollY, box ? box.scrollTop : 0)),
    screen: innerHeight,
  };
}
