// Brings one piece into sight; answers with the place it really reached. Once the page has had two
// frames to answer the scrolling, what then follows the reader is hidden and kept for the record,
// or it would be in every piece; only then does the strip take its colour.
(top, colour) => {
  const strip = globalThis.caseboardStrip;
  const met = globalThis.caseboardMet = globalThis.caseboardMet || [];
  const keep = (found) => {
    const isNew = met.every(({ what, words }) => what !== found.what || words !== found.words);
    if (isNew && met.length < 60) met.push(found);
  };
  const hideFollowers = () => {
    for (const element of document.body ? document.body.querySelectorAll('*') : []) {
      const style = getComputedStyle(element);
      if (style.position !== 'fixed' || style.display === 'none') continue;
      if (style.visibility !== 'hidden') keep(described(element));
      element.style.setProperty('visibility', 'hidden', 'important');
    }
  };
  const ready = () => {
    if (top > 0) hideFollowers();
    strip.style.setProperty('background', colour, 'important');
  };
  scrollTo({ top, left: 0, behavior: 'instant' });
  requestAnimationFrame(() => requestAnimationFrame(ready));
  return Math.round(scrollY);
}
