// What was hidden since it followed the reader down the page.
() => globalThis.caseboardMet || []
