// What somebody would see who looks at the page closely; evaluated by the browser, not part of any page.
(() => {
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  const name = (element) =>
    element.tagName.toLowerCase() + ' ' + element.textContent.trim().slice(0, 60);
  const ownText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const all = [...document.body.querySelectorAll('*')];
  const html = all.filter((element) => !(element instanceof SVGElement));
  const inScroller = (element) => element.parentElement && element.parentElement.closest('.scroll');

  const beyond = html
    .filter((element) => !inScroller(element))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > document.documentElement.clientWidth + 0.5 || box.left < -0.5;
    })
    .map(name);

  const clipped = html
    .filter((element) => !element.matches('.scroll') && element.scrollWidth > element.clientWidth + 1)
    .filter((element) => getComputedStyle(element).display !== 'inline' && ownText(element))
    .map(name);

  const luminance = (colour) => {
    const [r, g, b] = colour
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const faint = html
    .filter((element) => ownText(element) && shown(element))
    .map((element) => [contrast(getComputedStyle(element).color, ground(element)), element])
    .filter(([ratio]) => ratio < 4.5)
    .map(([ratio, element]) => ratio.toFixed(2) + ' ' + name(element));

  const collisions = [];
  const tiny = [];
  const outside = [];
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => {
      const box = text.getBoundingClientRect();
      const trim = Math.min(box.height, box.width) * 0.15;
      return {
        text: text.textContent,
        left: box.left + 0.5, right: box.right - 0.5, top: box.top + trim, bottom: box.bottom - trim,
        size: text.getAttribute('font-size') * (frame.width / svg.viewBox.baseVal.width),
      };
    });
    for (const [i, a] of texts.entries()) {
      if (a.size < 8) tiny.push(a.text + ' ' + a.size.toFixed(1));
      if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1) {
        outside.push(a.text);
      }
      for (const b of texts.slice(i + 1)) {
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
          collisions.push(a.text + ' / ' + b.text);
        }
      }
    }
  }

  return {
    width: window.innerWidth,
    scrollWidth: document.scrollingElement.scrollWidth,
    background: getComputedStyle(document.body).backgroundColor,
    sections: [...document.querySelectorAll('main > section')].map((s) => ({ id: s.id, shown: shown(s) })),
    hidden: html.filter((element) => ownText(element) && !shown(element)).map(name),
    scrolling: [...document.querySelectorAll('.sides:not(.wide) .scroll')].filter((s) => s.scrollWidth > s.clientWidth + 1).map(name),
    beyond, clipped, faint, collisions, tiny, outside,
  };
})()
