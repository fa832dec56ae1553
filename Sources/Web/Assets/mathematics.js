// Shows TeX between \( \), \[ \] and $$ $$ as MathML, which needs no style of its own: the page's policy allows none.
// Without this script, without KaTeX, or in a browser that knows no MathML the TeX itself stays. A single $ is money.
(function () {
  'use strict';
  var main = document.getElementById('main'), formula = /\\\(([^]+?)\\\)|\\\[([^]+?)\\\]|\$\$([^]+?)\$\$/g;
  if (!main || !window.katex || !knowsMathML()) return;

  function knowsMathML() {
    var probe = document.createElement('div');
    probe.innerHTML = '<math><mspace height="20px" width="80px"></mspace></math>';
    main.appendChild(probe);
    var width = probe.firstChild.getBoundingClientRect().width;
    main.removeChild(probe);
    return Math.abs(width - 80) < 2;
  }

  function rendered(tex, isDisplay) {
    var span = document.createElement('span');
    try {
      window.katex.render(tex, span, { output: 'mathml', displayMode: isDisplay, maxSize: 20, maxExpand: 200 });
    } catch (e) {
      return null;
    }
    return span;
  }

  function show(node) {
    var text = node.data, after = 0, found, shown = document.createDocumentFragment();
    formula.lastIndex = 0;
    while ((found = formula.exec(text))) {
      var span = rendered(found[1] || found[2] || found[3], !found[1]);
      // What is no TeX after all stays as it was written.
      if (!span) continue;
      shown.appendChild(document.createTextNode(text.slice(after, found.index)));
      shown.appendChild(span);
      after = found.index + found[0].length;
    }
    if (!after) return;
    shown.appendChild(document.createTextNode(text.slice(after)));
    node.parentNode.replaceChild(shown, node);
  }

  function look(root) {
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (/\\[([]|\$\$/.test(node.data) && !node.parentNode.closest('code, pre, textarea, option, svg')) nodes.push(node);
    }
    nodes.forEach(show);
  }

  look(main);
  // Live pages bring new parts.
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (node) { if (node.nodeType === 1 && !node.closest('.katex')) look(node); });
    });
  }).observe(main, { childList: true });
})();
