// Takes away what `stage` put there and, of a page that is longer than `most` pixels, the rest, so
// that printing it ends. Answers with what was hidden since it followed the reader down the page.
(most) => {
  globalThis.caseboardStrip.remove();
  globalThis.caseboardRoom.remove();
  for (const element of [document.documentElement, document.body].filter((each) => each)) {
    if (element.scrollHeight <= most) continue;
    element.style.setProperty('max-height', `${most}px`, 'important');
    element.style.setProperty('overflow', 'hidden', 'important');
  }
  return globalThis.caseboardMet || [];
}
