// Gongbox works without this. With it, live pages follow the box by themselves, and each change of an answer is saved at once.
// Kept to what Chrome 58 knows. Nothing here needs a secure context.
(function () {
  'use strict';
  var main = document.getElementById('main');
  if (!main) return;

  // --- Live pages: `change` on the stream, coming back, or time passing makes the page look again. ---

  var source, lookTimer, looking = false, lookOnce = false, skipped = false, edited = null, pressedUntil = 0, leaving = false;
  // What the box last sent, part by part: a part that is the same is left alone, so that it keeps its focus and its animation.
  var parts = Array.from(main.children).map(function (node) { return { html: node.outerHTML, node: node }; });

  function connect() {
    if (source) source.close();
    source = null;
    var address = document.body.getAttribute('data-stream'), isFirst = true;
    if (!address) return;
    var mine = source = new EventSource(address);
    mine.addEventListener('change', look);
    mine.onopen = function () {
      if (!isFirst) look();
      isFirst = false;
    };
    mine.onerror = function () {
      isFirst = false;
      // The browser comes back by itself after a broken line, but not after an error page.
      if (mine.readyState === 2 && mine === source) setTimeout(connect, 3000);
    };
  }

  function look() {
    clearTimeout(lookTimer);
    lookTimer = setTimeout(fetchPage, 150);
  }

  function isLive() { return document.body.getAttribute('data-stream') || answerForm; }

  function fetchPage() {
    if (!isLive() || leaving) return;
    if (looking) { lookOnce = true; return; }
    looking = true;
    within(20000, fetch(location.href.split('#')[0], { credentials: 'same-origin' })).then(function (response) {
      if (response.url.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0]) return location.replace(response.url);
      if (response.ok) return response.text().then(show);
      if (response.status >= 500) throw response.status;
    }).catch(function () { setTimeout(look, 3000); }).then(function () {
      looking = false;
      if (lookOnce) { lookOnce = false; look(); }
    });
  }

  function isBusy() {
    var active = document.activeElement;
    return performance.now() < pressedUntil || leaving || (edited && main.contains(edited))
      || (main.contains(active) && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName));
  }

  function show(text) {
    var page = new DOMParser().parseFromString(text, 'text/html'), next = page.getElementById('main');
    if (!next || leaving) return;
    if (answerForm) return showAnswer(next);
    skipped = isBusy();
    if (!skipped) swap(page, next);
    // A press may end without a word, in a menu of the browser.
    else if (pressedUntil > performance.now()) setTimeout(look, 3000);
  }

  function swap(page, next) {
    var focus = nameOf(document.activeElement), x = window.pageXOffset, y = window.pageYOffset, open = {};
    main.querySelectorAll('details').forEach(function (d) { open[d.firstElementChild.textContent] = d.open; });
    parts = Array.from(next.children).map(function (node) {
      var html = node.outerHTML, same = parts.find(function (part) { return part.html === html; });
      if (same) parts.splice(parts.indexOf(same), 1);
      return same || { html: html, node: document.importNode(node, true) };
    });
    var nodes = parts.map(function (part) { return part.node; });
    Array.from(main.childNodes).forEach(function (node) { if (nodes.indexOf(node) < 0) node.remove(); });
    nodes.forEach(function (node, i) { if (main.childNodes[i] !== node) main.insertBefore(node, main.childNodes[i] || null); });
    main.querySelectorAll('details').forEach(function (d) {
      var was = open[d.firstElementChild.textContent];
      if (was !== undefined) d.open = was;
    });
    document.title = page.title;
    document.body.className = page.body.className;
    var stream = page.body.getAttribute('data-stream');
    if (stream !== document.body.getAttribute('data-stream')) {
      document.body.setAttribute('data-stream', stream);
      connect();
    }
    if (focus && document.activeElement === document.body) {
      Array.from(main.querySelectorAll('a, button, summary')).some(function (e) { return nameOf(e) === focus && (e.focus(), true); });
    }
    window.scrollTo(x, y);
    arm();
  }

  // What an element does, to find its like in the new page.
  function nameOf(e) {
    if (!e || !main.contains(e)) return '';
    return [e.tagName, e.href || (e.form && e.form.action) || e.textContent, e.value].join(' ');
  }

  // `data-again`: what is shown ends after so many seconds. `data-seconds`: so many are left to undo.
  var armed;
  function arm() {
    var again = main.querySelector('[data-again]');
    if (again && again !== armed) {
      armed = again;
      setTimeout(function () { armed = null; look(); }, again.getAttribute('data-again') * 1000);
    }
    main.querySelectorAll('.undo[data-seconds]').forEach(function (notice) {
      if (notice.end) return;
      var button = notice.querySelector('button'), label = button.textContent;
      notice.end = performance.now() + notice.getAttribute('data-seconds') * 1000;
      (function tick() {
        var left = Math.ceil((notice.end - performance.now()) / 1000);
        if (left <= 0) return notice.remove();
        button.textContent = label + ' (' + left + ')';
        setTimeout(tick, 250);
      })();
    });
  }

  document.addEventListener('visibilitychange', function () { if (!document.hidden) look(); });
  window.addEventListener('pageshow', function (event) {
    leaving = false;
    if (event.persisted) { connect(); look(); }
  });
  window.addEventListener('pagehide', function () { if (source) source.close(); });
  main.addEventListener('input', function (event) { edited = event.target.form; });
  main.addEventListener('focusout', function () { if (skipped) look(); });
  // Nothing moves under a finger: what is new is shown after the click.
  ['mousedown', 'touchstart'].forEach(function (name) {
    document.addEventListener(name, function () { pressedUntil = performance.now() + 3000; }, { passive: true });
  });
  ['mouseup', 'touchend', 'touchcancel'].forEach(function (name) {
    document.addEventListener(name, function () {
      pressedUntil = performance.now() + 50;
      if (skipped) look();
    }, { passive: true });
  });

  // --- Answers: kept on this device until the box has acknowledged them. ---

  var prefix = 'gongbox:', unsent = {}, refused = {}, sending = false, failing = false, sendTimer, held = null, clicked = null;
  var answerForm = main.querySelector('form[data-answer]');
  var place = answerForm && answerForm.getAttribute('data-answer');
  var flushForm = main.querySelector('form[data-flush]');
  var attempt = answerForm || flushForm ? (answerForm || flushForm).getAttribute('action').split('/')[2] : '';
  var sequence = 0, lastBody = '';

  // Private mode may refuse storage; then answers are kept as long as the page lives.
  function keep(key, entry) {
    unsent[key] = entry;
    try { localStorage.setItem(prefix + key, JSON.stringify(entry)); } catch (e) { /* the page keeps it */ }
  }

  function forget(key) {
    delete unsent[key];
    try { localStorage.removeItem(prefix + key); } catch (e) { /* nothing was kept */ }
  }

  function recall() {
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key.indexOf(prefix) === 0) unsent[key.slice(prefix.length)] = JSON.parse(localStorage.getItem(key));
      });
    } catch (e) { /* nothing was kept */ }
  }

  function within(milliseconds, promise) {
    return Promise.race([promise, new Promise(function (_, reject) { setTimeout(reject, milliseconds); })]);
  }

  function encode(form) {
    var body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (name !== 'csrf' && name !== 'go') body.append(name, value); });
    return body.toString();
  }

  function status(state) {
    var line = main.querySelector('.saved'), text = line && line.getAttribute('data-' + state);
    if (!text || line.textContent === text) return;
    line.textContent = text;
    line.className = 'saved is-' + state;
  }

  function change(event) {
    if (!isAnswer(event.target)) return;
    keepToMost(event.target);
    markPlaces();
    var body = encode(answerForm);
    if (body !== lastBody) {
      lastBody = body;
      sequence += 1;
      delete refused[place];
      keep(place, { action: answerForm.getAttribute('action'), body: body, sequence: sequence, time: Date.now() });
      status(failing ? 'unsaved' : 'saving');
    }
    clearTimeout(sendTimer);
    sendTimer = setTimeout(send, event.type === 'input' && event.target.name[0] === 't' ? 350 : 0);
  }

  function waiting() {
    return Object.keys(unsent).filter(function (key) { return !refused[key]; })
      .sort(function (a, b) { return unsent[a].time - unsent[b].time; });
  }

  function isOwn(key) { return attempt && key.indexOf(attempt + '/') === 0; }

  // One at a time, oldest first; the number tells the box which is newest.
  function send() {
    var key = waiting()[0], csrf = document.querySelector('input[name=csrf]');
    if (sending || !csrf) return;
    if (held && !waiting().some(isOwn)) release();
    if (!key) return;
    var entry = unsent[key], newer = 0;
    sending = true;
    clearTimeout(sendTimer);
    within(10000, fetch(entry.action, {
      method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: entry.body + '&sequence=' + entry.sequence + '&csrf=' + encodeURIComponent(csrf.value)
    })).then(function (response) {
      newer = +response.headers.get('Gongbox-Sequence');
      return response.status;
    }, function () { return 0; }).then(function (code) {
      sending = false;
      var isNewest = unsent[key] === entry;
      failing = code !== 204 && (code < 400 || code >= 500 || code === 429);
      if (failing) {
        if (isOwn(key)) status('unsaved');
        sendTimer = setTimeout(send, 3000);
        return;
      }
      if (code === 412 && key === place) {
        // Another device answered meanwhile; what was chosen here just now is the newest all the same.
        sequence = Math.max(sequence, newer) + 1;
        unsent[key].sequence = sequence;
        keep(key, unsent[key]);
      } else if (code === 204 || code === 412) {
        if (isNewest) forget(key);
        if (isOwn(key) && !waiting().some(isOwn)) {
          status('saved');
          // The overview was made before these answers came in.
          if (flushForm && !held) return location.reload();
        }
      } else {
        // Signed out, or handed in. What may yet be sent after signing in again stays for the next page, at most a day.
        refused[key] = true;
        if (code === 409 || Date.now() - entry.time > 86400000) forget(key);
        if (key === place || (held && isOwn(key))) { held = null; status('refused'); }
      }
      send();
    });
  }

  // A form that waited for the answers goes on its way.
  function release() {
    var button = held;
    held = null;
    button.click();
  }

  // Puts what the box has not seen back into the fields.
  function restore(body) {
    var fields = new URLSearchParams(body), values = {};
    Array.from(answerForm.elements).filter(isAnswer).forEach(function (field) {
      var own = values[field.name] = values[field.name] || fields.getAll(field.name);
      if (/radio|checkbox/.test(field.type)) field.checked = own.indexOf(field.value) >= 0;
      // Several menus have one name; each takes the next value.
      else field.value = own.shift() || '';
    });
  }

  // --- Questions: places on pictures, scales, and at most so many choices. ---

  // `r` options, `t` a text, `p` menus; in an item of several parts with the part's number.
  function isAnswer(field) { return /^[rtp]\d*$/.test(field.name); }

  function box(place) {
    return Array.from(answerForm.elements).find(function (field) {
      return field.name === place.getAttribute('data-field') && field.value === place.getAttribute('data-value');
    });
  }

  function markPlaces() {
    main.querySelectorAll('[data-field]').forEach(function (place) {
      place.setAttribute('class', box(place).checked ? 'region chosen' : 'region');
    });
  }

  // The box keeps no more than may be chosen: one too many is not taken here either.
  function keepToMost(field) {
    var group = field.type === 'checkbox' && field.closest('[data-most]');
    if (group && group.querySelectorAll(':checked').length > group.getAttribute('data-most')) field.checked = false;
  }

  // A scale to slide on beside the field that holds the number. It has no name: the field is what is sent.
  function slide(field) {
    var scale = document.createElement('input');
    ['min', 'max', 'step'].forEach(function (name) { scale.setAttribute(name, field.getAttribute(name)); });
    scale.type = 'range';
    scale.tabIndex = -1;
    scale.setAttribute('aria-hidden', 'true');
    function follow() { if (field.value !== '') scale.value = field.value; }
    ['input', 'click'].forEach(function (name) {
      scale.addEventListener(name, function () {
        field.value = scale.value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    });
    field.addEventListener('input', follow);
    field.parentNode.insertBefore(scale, field);
    follow();
  }

  // The question was answered on another device, or in another tab, since it was shown here.
  function showAnswer(next) {
    var form = next.querySelector('form[data-answer]');
    if (form && !unsent[place] && form.getAttribute('data-sequence') > sequence) location.reload();
  }

  document.addEventListener('click', function (event) { clicked = event.target.closest && event.target.closest('button'); });
  document.addEventListener('submit', function (event) {
    var form = event.target, mustWait = (form === flushForm || (form === answerForm && failing)) && waiting().some(isOwn);
    if (!mustWait) {
      leaving = true;
      setTimeout(function () { leaving = false; }, 15000);
      return;
    }
    event.preventDefault();
    held = event.submitter || clicked || form.querySelector('button');
    status('saving');
    send();
  });
  window.addEventListener('online', send);

  recall();
  if (answerForm) {
    sequence = +answerForm.getAttribute('data-sequence');
    var kept = unsent[place];
    if (kept && kept.sequence > sequence) {
      sequence = kept.sequence;
      restore(kept.body);
      status('unsaved');
    } else if (kept) {
      forget(place);
    }
    lastBody = encode(answerForm);
    markPlaces();
    main.querySelectorAll('[data-scale]').forEach(slide);
    main.addEventListener('click', function (event) {
      var place = event.target.closest('[data-field]');
      if (place) box(place).click();
    });
    answerForm.addEventListener('input', change);
    answerForm.addEventListener('change', change);
  }
  connect();
  arm();
  send();
})();
