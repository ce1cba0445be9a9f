// Brings one piece into sight and colours the strip; answers with the place it really reached.
(top, colour) => {
  scrollTo({ top, left: 0, behavior: 'instant' });
  globalThis.caseboardStrip.style.setProperty('background', colour, 'important');
  return Math.round(scrollY);
}
