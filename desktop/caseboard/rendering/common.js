// What several scripts need. First the box that scrolls where the window itself does not, as on pages
// that are locked under a curtain or lie in a frame of their own; null where the window does.
const pageBox = () => {
  const root = document.documentElement, body = document.body;
  const isLocked = body && getComputedStyle(body).overflowY === 'hidden'
    && getComputedStyle(root).overflowY === 'hidden';
  if (!body || (root.scrollHeight > innerHeight + 50 && !isLocked)) return null;
  const isFrame = (element) =>
    element.scrollHeight > element.clientHeight + 50
    && element.clientHeight > innerHeight / 2 && element.clientWidth > innerWidth / 2
    && getComputedStyle(element).overflowY !== 'visible';
  const frames = [body, ...body.querySelectorAll('*')].filter(isFrame);
  const tallest = (one, other) => (other.scrollHeight > one.scrollHeight ? other : one);
  return frames.length ? frames.reduce(tallest) : null;
};

// An element for the record: its tag, id and classes, and its first words.
const wordsOf = (element) => {
  const inside = element.shadowRoot ? element.shadowRoot.textContent : '';
  return `${element.innerText || ''} ${inside}`.replace(/\s+/g, ' ').trim();
};
const described = (element) => {
  const classes = [...element.classList].slice(0, 4).map((name) => `.${name}`).join('');
  const id = element.id ? `#${element.id}` : '';
  const what = `${element.localName}${id}${classes}`.slice(0, 200);
  return { what, words: wordsOf(element).slice(0, 120) };
};
