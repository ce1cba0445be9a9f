// Takes away what lies over the article for the picture: banners that ask for consent, curtains,
// boxes that want an address. Answers with each: what it was, and its first words.
// What then still sticks to the window is tied to the page, so that it appears once.
() => {
  const MOST = 60;
  const KNOWN = [
    'onetrust', 'cookie', 'consent', 'gdpr', 'didomi', 'usercentrics', 'qc-cmp', 'sp_message',
    'truste', 'cybot', 'cmpbox', 'cmp-', 'fc-dialog', 'osano', 'iubenda', 'klaro', 'borlabs',
    'evidon', 'tarteaucitron', 'axeptio', 'privacy-', 'paywall', 'newsletter', 'subscribe-',
    'modal-backdrop', 'overlay', 'lightbox', 'interstitial', 'popup',
  ];
  const COOKIES = /cookie|cookies|gdpr|dsgvo|rodo\b|куки|кукі|ciasteczk|galletas|piškot|sušenk/i;
  const PRIVACY = new RegExp([
    'consent', 'privacy', 'personal data', 'our partners',
    'згод', 'конфіденційн', 'персональн', 'приватн',
    'соглас', 'конфиденциальн',
    'einwillig', 'datenschutz', 'personenbezogen',
    'zgod', 'prywatno', 'danych osobowych',
    'consentement', 'confidentialité', 'vie privée', 'données personnelles',
    'privacidad', 'consentimiento', 'riservatezza', 'consenso', 'toestemming',
  ].join('|'), 'i');
  const AGREE = new RegExp([
    'accept', 'agree', 'allow', 'reject', 'got it', 'manage',
    'прийн', 'погодж', 'дозвол', 'відхил', 'зрозуміл',
    'приня', 'соглас', 'разреш', 'отклон', 'понятно',
    'akzept', 'zustimm', 'ablehn', 'verstanden', 'einverstanden',
    'akceptuj', 'zgadzam', 'odrzu', 'zezw', 'rozumiem',
    'accepter', 'refuser', 'aceptar', 'rechazar', 'accetta', 'rifiuta', 'accepteer',
  ].join('|'), 'i');

  const length = (document.body ? document.body.innerText : '').length;
  const shareOf = (element) => {
    const box = element.getBoundingClientRect();
    const wide = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const high = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return wide > 0 && high > 0 ? (wide * high) / (innerWidth * innerHeight) : 0;
  };
  const isShown = (element, style) => style.display !== 'none' && style.visibility !== 'hidden';
  const isSeen = (element, style) => style.opacity !== '0' && shareOf(element) > 0;
  const isKnown = (element) => {
    const name = `${element.id} ${element.getAttribute('class') || ''}`.toLowerCase();
    return KNOWN.some((part) => name.includes(part));
  };
  const asksConsent = (words) =>
    (COOKIES.test(words) || PRIVACY.test(words)) && AGREE.test(words);
  // A page may lie in one box that fills the window: that box is the page, whatever it is called.
  const isPageItself = (element, words) =>
    element.contains(document.querySelector('article, main, [role=main]') || document.body)
    || (words.length > 600 && words.length > length / 2);

  // A banner that asks for consent is one too where it stands in the page and covers nothing.
  const isBanner = (element) => {
    if (!/cookie|consent|gdpr/i.test(`${element.id} ${element.getAttribute('class') || ''}`)) {
      return false;
    }
    if (!element.querySelector('button, input, a, [role=button]')) return false;
    const words = wordsOf(element);
    return asksConsent(words) && words.length > 30 && words.length < 1500
      && !isPageItself(element, words);
  };

  const isOverlay = (element, style) => {
    const floats = style.position === 'fixed' || style.position === 'sticky';
    const layer = Number.parseInt(style.zIndex, 10) || 0;
    const lifted = style.position === 'absolute' && layer >= 100;
    const isDialog = element.matches('dialog[open], [aria-modal=true]');
    if (!floats && !lifted && !isDialog) return isBanner(element);
    const words = wordsOf(element);
    if (isPageItself(element, words)) return false;
    if (asksConsent(words)) return true;
    if (!isSeen(element, style)) return false;
    const share = shareOf(element);
    if (isDialog || (isKnown(element) && (floats || share > 0.25))) return true;
    // What sticks has a place of its own in the page, and covers nothing at its top.
    return share > (style.position === 'fixed' ? 0.35 : lifted ? 0.8 : 1);
  };

  const everything = function* (root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* everything(element.shadowRoot);
    }
  };
  const box = pageBox();
  const found = [], stuck = [];
  for (const element of everything(document)) {
    if (element === document.body || found.some(([above]) => above.contains(element))) continue;
    const style = getComputedStyle(element);
    if (!isShown(element, style)) continue;
    if (found.length < MOST && isOverlay(element, style)) {
      found.push([element, described(element)]);
    } else if (style.position === 'fixed' || style.position === 'sticky') {
      stuck.push([element, style.position]);
    }
  }
  for (const [element] of found) {
    if (element.matches('dialog[open]')) element.close();
    element.style.setProperty('display', 'none', 'important');
  }
  for (const [element, position] of stuck) {
    const tied = position === 'fixed' ? 'absolute' : 'relative';
    element.style.setProperty('position', tied, 'important');
    if (position === 'sticky') element.style.setProperty('inset', 'auto', 'important');
  }
  // The page unrolled: nothing in it scrolls but the window.
  const free = {
    overflow: 'visible', height: 'auto', 'max-height': 'none', position: 'static',
    'scroll-snap-type': 'none', 'scroll-behavior': 'auto', 'pointer-events': 'auto',
  };
  const rolled = [document.documentElement, document.body];
  for (let each = box; each && each !== document.body; each = each.parentElement) rolled.push(each);
  for (const each of rolled.filter((each) => each)) {
    for (const [name, value] of Object.entries(free)) {
      each.style.setProperty(name, value, 'important');
    }
  }
  return found.map(([, description]) => description);
}
