// Goes to one place of the page; answers with it.
(top) => {
  scrollTo({ top, left: 0, behavior: 'instant' });
  const box = pageBox();
  if (box) box.scrollTo({ top, left: 0, behavior: 'instant' });
  return top;
}
