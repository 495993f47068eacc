// Optional: the page works without. Returns to where the reader was, Escape closes, larger type, stronger contrast.
(function () {
  var root = document.documentElement, last = null;
  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[href^="#f-"]') : null;
    if (!link) return;
    if (!link.closest('.p')) last = link;
    var panel = document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
    var home = last && last.closest('[id]');
    if (panel && home && home.id) panel.querySelector('.x').setAttribute('href', '#' + home.id);
  });
  document.addEventListener('keydown', function (event) {
    var open = event.key === 'Escape' && document.querySelector('.p:target .x');
    if (open) open.click();
  });
  window.addEventListener('hashchange', function () {
    var panel = document.querySelector('.p:target');
    if (panel) panel.focus({ preventScroll: true });
    else if (last) { last.focus({ preventScroll: true }); last = null; }
  });
  var bar = document.createElement('div');
  bar.className = 'tools';
  [['大字', 'big'], ['高对比', 'strong']].forEach(function (pair) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = pair[0];
    function show(on) {
      root.classList.toggle(pair[1], on);
      button.setAttribute('aria-pressed', String(on));
    }
    var kept = null;
    try { kept = localStorage.getItem('mingzhang-' + pair[1]); } catch (refused) { kept = null; }
    show(kept === '1');
    button.addEventListener('click', function () {
      var on = !root.classList.contains(pair[1]);
      show(on);
      try { localStorage.setItem('mingzhang-' + pair[1], on ? '1' : '0'); } catch (refused) { return; }
    });
    bar.appendChild(button);
  });
  var print = document.createElement('button');
  print.type = 'button';
  print.textContent = '打印';
  print.addEventListener('click', function () { window.print(); });
  bar.appendChild(print);
  document.querySelector('.top > div').appendChild(bar);
  if (window.matchMedia('(max-width: 60rem)').matches) document.querySelector('.toc details').removeAttribute('open');
})();
