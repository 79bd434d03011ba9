"use strict";
// The explorer: a graph on a canvas, filters, and the sentences behind every arrow.
// It loads nothing, runs no code from the data, and puts text into the page only as text.
(() => {
  const data = JSON.parse(document.getElementById("graph").textContent);
  const STATUSES = ["asserted", "denied", "alleged", "planned", "hypothetical"];
  const KINDS = ["person", "state", "organization", "place", "group"];
  const POLARITIES = ["cooperative", "hostile", "structural", "neutral"];
  const byID = (id) => document.getElementById(id);
  const canvas = byID("canvas");
  const pen = canvas.getContext("2d");
  const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif';

  // MARK: Elements of the page

  /** An element with a class, text or children; never markup. */
  function make(name, options = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(options)) {
      if (value === undefined || value === null) continue;
      if (key === "text") element.textContent = value;
      else if (key === "onclick") element.addEventListener("click", value);
      else if (key === "class") element.className = value;
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /** A name that cannot turn the direction of the text around it. */
  const isolated = (text) => make("bdi", { text });

  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  const plural = (number, word, words) => `${grouped(number)} ${number === 1 ? word : words}`;
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // MARK: The graph

  const nodes = data.nodes;
  const edges = data.edges;
  nodes.forEach((node, i) => {
    node.index = i;
    node.name ||= "(no name)";
    node.found = [node.name, ...node.aliases].map(folded);
    node.degree = 0;
  });
  edges.forEach((edge, i) => {
    edge.index = i;
    edge.type = data.relations[edge.relation];
    nodes[edge.source].degree += 1;
    nodes[edge.target].degree += 1;
    edge.documents = new Set(edge.passages.map((passage) => passage.document));
    edge.speakers = new Set(edge.passages.map((passage) => passage.speaker ?? -1));
  });

  const state = {
    kinds: new Set(KINDS),
    relations: new Set(data.relations.keys()),
    statuses: new Set(STATUSES.keys()),
    speaker: null,
    document: null,
    least: 1,
    node: null,
    arrow: null,
    hover: null,
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    paper: null,
  };
  let shown = { nodes: [], edges: [], arrows: [] };
  const palette = () => data.palettes[state.paper ?? state.theme];

  function allows(edge) {
    return (
      state.relations.has(edge.relation) &&
      state.statuses.has(edge.status) &&
      edge.passages.length >= state.least &&
      (state.speaker === null || edge.speakers.has(state.speaker)) &&
      (state.document === null || edge.documents.has(state.document)) &&
      state.kinds.has(nodes[edge.source].kind) &&
      state.kinds.has(nodes[edge.target].kind)
    );
  }

  /** Works out what the filters let through; nodes that lost all their edges go with them. */
  function refilter() {
    const visible = edges.filter(allows);
    const touched = new Set();
    for (const edge of visible) touched.add(edge.source).add(edge.target);
    const isFiltered = visible.length < edges.length;
    shown.edges = visible;
    shown.nodes = nodes.filter(
      (node) => state.kinds.has(node.kind) && (touched.has(node.index) || (node.degree === 0 && !isFiltered)));
    shown.arrows = arrowsOf(visible);
    if (state.arrow) {
      const key = state.arrow.key;
      state.arrow = shown.arrows.find((arrow) => arrow.key === key) ?? null;
    }
    byID("count").textContent =
      `${plural(shown.nodes.length, "entity", "entities")}, ${plural(visible.length, "relation", "relations")} shown` +
      (data.remark ? ` (${data.remark})` : "");
    draw();
  }

  /** Edges of one family and status between two nodes share an arrow. */
  function arrowsOf(list) {
    const arrows = new Map();
    const pairs = new Map();
    for (const edge of list) {
      const isTurned = edge.type.symmetric && edge.source > edge.target;
      const [source, target] = isTurned ? [edge.target, edge.source] : [edge.source, edge.target];
      const key = [source, target, edge.type.polarity, edge.status, edge.type.symmetric].join(" ");
      let arrow = arrows.get(key);
      if (!arrow) {
        arrow = {
          key, source: nodes[source], target: nodes[target], polarity: edge.type.polarity, status: edge.status,
          symmetric: edge.type.symmetric, edges: [], count: 0,
        };
        arrows.set(key, arrow);
        const pair = Math.min(source, target) + " " + Math.max(source, target);
        if (pairs.has(pair)) pairs.get(pair).push(arrow);
        else pairs.set(pair, [arrow]);
      }
      arrow.edges.push(edge);
      arrow.count += edge.passages.length;
    }
    for (const group of pairs.values()) group.forEach((arrow, i) => place(arrow, i - (group.length - 1) / 2));
    return [...arrows.values()];
  }

  /** Gives an arrow its curve; one that it had under other filters is taken again. */
  const curves = new Map();
  function place(arrow, number) {
    const key = `${arrow.key} ${number}`;
    const known = curves.get(key);
    if (known) return Object.assign(arrow, known);
    bend(arrow, number);
    curves.set(key, { curve: arrow.curve, middle: arrow.middle, box: arrow.box });
    return arrow;
  }

  /** How an arrow's label says its status. */
  function marked(label, status) {
    switch (STATUSES[status]) {
      case "denied": return `denied: ${label}`;
      case "alleged": return `“${label}”`;
      case "planned": return `planned: ${label}`;
      case "hypothetical": return `${label}?`;
      default: return label;
    }
  }

  function linesOf(arrow) {
    const lines = arrow.edges.map((edge) =>
      marked(edge.type.label, edge.status) + (edge.passages.length > 1 ? ` ×${edge.passages.length}` : ""));
    return lines.length <= 4 ? lines : [...lines.slice(0, 3), `and ${lines.length - 3} more`];
  }

  // MARK: Places

  const LINE = 1.2;
  function measure(node) {
    node.size = Math.min(20, 12 + 2 * Math.log2(1 + node.degree));
    pen.font = `${node.size}px ${FONT}`;
    node.lines = wrap(node.name, 18);
    const inner = Math.max(...node.lines.map((line) => pen.measureText(line).width));
    const height = node.lines.length * node.size * LINE;
    const factor = { person: 1.35, state: 1, organization: 1.15, place: 1.05, group: 1.15 }[node.kind] ?? 1.2;
    node.width = inner * factor + 18;
    node.height = height * (node.kind === "place" ? 1.35 : node.kind === "state" ? 1 : 1.25) + 10;
  }

  function wrap(text, width) {
    const lines = [];
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const piece = word.length > 28 ? word.slice(0, 27) + "…" : word;
      const last = lines[lines.length - 1];
      if (last !== undefined && last.length + 1 + piece.length <= width) lines[lines.length - 1] = `${last} ${piece}`;
      else lines.push(piece);
    }
    if (lines.length > 4) return [...lines.slice(0, 3), lines[3] + "…"];
    return lines.length ? lines : ["(no name)"];
  }

  /** Places for a graph that comes without them: springs on a grid, from a spiral; the same every time. */
  function spread() {
    const order = [...nodes].sort((a, b) => b.degree - a.degree || a.index - b.index);
    const ideal = 150;
    order.forEach((node, i) => {
      const radius = ideal * 0.6 * Math.sqrt(i);
      node.x = radius * Math.cos(i * 2.399963);
      node.y = radius * Math.sin(i * 2.399963);
    });
    const links = edges.filter((edge) => edge.source !== edge.target);
    const rounds = nodes.length > 1000 ? 80 : 200;
    for (let round = 0; round < rounds; round += 1) relax(links, ideal, ideal * 0.5 * (1 - round / rounds));
  }

  function relax(links, ideal, step) {
    const cells = new Map();
    const cell = (value) => Math.floor(value / (2 * ideal));
    for (const node of nodes) {
      node.dx = -node.x * 0.01;
      node.dy = -node.y * 0.01;
      const key = `${cell(node.x)} ${cell(node.y)}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(node);
    }
    for (const node of nodes) {
      for (let i = -1; i <= 1; i += 1) {
        for (let j = -1; j <= 1; j += 1) {
          for (const other of cells.get(`${cell(node.x) + i} ${cell(node.y) + j}`) ?? []) push(node, other, ideal);
        }
      }
    }
    for (const link of links) pull(nodes[link.source], nodes[link.target], ideal);
    for (const node of nodes) {
      const length = Math.hypot(node.dx, node.dy) || 1;
      node.x += (node.dx / length) * Math.min(length, step);
      node.y += (node.dy / length) * Math.min(length, step);
    }
  }

  function push(node, other, ideal) {
    if (node === other) return;
    const x = node.x - other.x;
    const y = node.y - other.y;
    const distance = Math.hypot(x, y) || 1;
    if (distance > 2 * ideal) return;
    const force = (ideal * ideal) / (distance * distance);
    node.dx += (x || node.index - other.index) * force;
    node.dy += y * force;
  }

  function pull(a, b, ideal) {
    const x = b.x - a.x;
    const y = b.y - a.y;
    const force = Math.hypot(x, y) / ideal / 6;
    a.dx += x * force;
    a.dy += y * force;
    b.dx -= x * force;
    b.dy -= y * force;
  }

  // MARK: Curves

  /** The curve of an arrow: from border to border, bent aside by its number among the arrows of the pair. */
  function bend(arrow, number) {
    const a = arrow.source;
    const b = arrow.target;
    if (a === b) {
      const top = a.y - a.height / 2;
      const reach = 34 + 16 * Math.abs(number);
      arrow.curve = [a.x - 12, top, a.x - reach, top - 2 * reach, a.x + reach, top - 2 * reach, a.x + 12, top];
    } else {
      const sign = a.index < b.index ? 1 : -1;
      const x = b.x - a.x;
      const y = b.y - a.y;
      const length = Math.hypot(x, y) || 1;
      const shift = (number * sign * Math.min(64, 26 + length * 0.05) * 4) / 3;
      const [nx, ny] = [(-y / length) * shift, (x / length) * shift];
      const whole = [a.x, a.y, a.x + x / 3 + nx, a.y + y / 3 + ny, a.x + (2 * x) / 3 + nx, a.y + (2 * y) / 3 + ny, b.x, b.y];
      arrow.curve = between(whole, leave(whole, a, 0), leave(whole, b, 1));
    }
    arrow.middle = at(arrow.curve, 0.5);
    const xs = arrow.curve.filter((_, i) => i % 2 === 0);
    const ys = arrow.curve.filter((_, i) => i % 2 === 1);
    arrow.box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  function at(c, t) {
    const s = 1 - t;
    const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    return [p * c[0] + q * c[2] + r * c[4] + u * c[6], p * c[1] + q * c[3] + r * c[5] + u * c[7]];
  }

  /** The parameter at which a curve leaves the node at its start (0) or end (1). */
  function leave(curve, node, end) {
    let inside = end;
    let outside = 0.5;
    for (let i = 0; i < 14; i += 1) {
      const half = (inside + outside) / 2;
      if (contains(node, ...at(curve, half))) inside = half;
      else outside = half;
    }
    return outside;
  }

  /** The part of a curve between two parameters. */
  function between(c, t0, t1) {
    const slope = (t, i) => {
      const s = 1 - t;
      return 3 * s * s * (c[2 + i] - c[i]) + 6 * s * t * (c[4 + i] - c[2 + i]) + 3 * t * t * (c[6 + i] - c[4 + i]);
    };
    const step = (t1 - t0) / 3;
    const [x0, y0] = at(c, t0);
    const [x1, y1] = at(c, t1);
    return [
      x0, y0, x0 + slope(t0, 0) * step, y0 + slope(t0, 1) * step, x1 - slope(t1, 0) * step, y1 - slope(t1, 1) * step,
      x1, y1,
    ];
  }

  function contains(node, x, y) {
    const dx = Math.abs(x - node.x) / (node.width / 2 + 2);
    const dy = Math.abs(y - node.y) / (node.height / 2 + 2);
    if (node.kind === "person") return dx * dx + dy * dy <= 1;
    if (node.kind === "organization" || node.kind === "group") return dx <= 1 && dy <= 1 && dx + dy / 3 <= 1.1;
    return dx <= 1 && dy <= 1;
  }

  // MARK: Drawing

  const view = { x: 0, y: 0, zoom: 1 };
  let isDrawing = false;
  function draw() {
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      paint();
    });
  }

  function paint() {
    const ratio = devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = palette().background;
    pen.fillRect(0, 0, width, height);
    pen.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, ratio * view.x, ratio * view.y);
    const box = [-view.x / view.zoom, -view.y / view.zoom, (width - view.x) / view.zoom, (height - view.y) / view.zoom];
    paintGraph(box);
  }

  function paintGraph(box) {
    const lit = spotlight();
    const seen = shown.arrows.filter((arrow) => overlaps(arrow.box, box));
    const isFine = view.zoom > FAR;
    if (isFine) for (const arrow of seen) paintArrow(arrow, !lit || lit.arrows.has(arrow));
    else paintFarArrows(seen, lit);
    if (view.zoom > 0.55) {
      const all = shown.arrows.length <= 250;
      for (const arrow of seen) if (lit ? lit.arrows.has(arrow) : all) paintLabel(arrow);
    }
    const near = shown.nodes.filter((node) => {
      const half = [node.width / 2, node.height / 2];
      return overlaps([node.x - half[0], node.y - half[1], node.x + half[0], node.y + half[1]], box);
    });
    if (isFine) for (const node of near) paintNode(node, !lit || lit.nodes.has(node));
    else paintFarNodes(near, lit);
    pen.globalAlpha = 1;
  }

  /** From far away, where neither heads nor dashes nor shapes can be told: what looks the same is one path. */
  const FAR = 0.25;
  function paintFarArrows(seen, lit) {
    const looks = grouping(seen, (arrow) => `${Math.min(6, 1 + Math.floor(Math.log2(arrow.count)))} ${arrow.polarity} ${!lit || lit.arrows.has(arrow)}`);
    pen.setLineDash([]);
    for (const [look, arrows] of looks) {
      const [width, polarity, isLit] = look.split(" ");
      pen.globalAlpha = isLit === "true" ? 1 : 0.12;
      pen.strokeStyle = palette().lines[polarity][0];
      pen.lineWidth = Number(width);
      pen.beginPath();
      for (const { curve } of arrows) {
        pen.moveTo(curve[0], curve[1]);
        pen.lineTo(curve[6], curve[7]);
      }
      pen.stroke();
    }
  }

  function paintFarNodes(near, lit) {
    for (const [look, list] of grouping(near, (node) => `${node.kind} ${!lit || lit.nodes.has(node)}`)) {
      const [kind, isLit] = look.split(" ");
      pen.globalAlpha = isLit === "true" ? 1 : 0.2;
      [pen.fillStyle, pen.strokeStyle] = palette().fills[kind];
      pen.lineWidth = 3;
      pen.beginPath();
      for (const node of list) pen.rect(node.x - node.width / 2, node.y - node.height / 2, node.width, node.height);
      pen.fill();
      pen.stroke();
      for (const node of list) if (node.size * view.zoom >= 4) paintName(node);
    }
    if (state.node && shown.nodes.includes(state.node)) paintNode(state.node, true);
  }

  function grouping(list, key) {
    const groups = new Map();
    for (const item of list) {
      const name = key(item);
      if (groups.has(name)) groups.get(name).push(item);
      else groups.set(name, [item]);
    }
    return groups;
  }

  const overlaps = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

  /** What is lit while the rest is dimmed: the chosen or pointed-at thing and its neighbors; null where all is lit. */
  function spotlight() {
    const arrow = state.hover?.arrow ?? state.arrow;
    const node = state.hover?.node ?? (state.hover?.arrow ? null : state.node);
    if (node) {
      const arrows = new Set(shown.arrows.filter((other) => other.source === node || other.target === node));
      return { arrows, nodes: new Set([node, ...[...arrows].flatMap((other) => [other.source, other.target])]) };
    }
    return arrow ? { arrows: new Set([arrow]), nodes: new Set([arrow.source, arrow.target]) } : null;
  }

  function paintArrow(arrow, isLit) {
    const color = palette().lines[arrow.polarity][0];
    const width = 1 + Math.min(5, Math.log2(arrow.count));
    const status = STATUSES[arrow.status];
    pen.globalAlpha = isLit ? 1 : 0.12;
    pen.strokeStyle = color;
    pen.setLineDash(status === "denied" || status === "alleged" ? [6, 4] : status === "hypothetical" ? [1.5, 4] : []);
    const isHollow = status === "denied" || status === "planned";
    stroke(arrow, isHollow ? width + 3 : width);
    if (isHollow) {
      pen.strokeStyle = palette().background;
      pen.setLineDash([]);
      pen.globalAlpha = 1;
      stroke(arrow, width + 1);
    }
    pen.setLineDash([]);
    pen.globalAlpha = isLit ? 1 : 0.12;
    paintHead(arrow, color, width, 6, 4);
    if (arrow.symmetric) paintHead(arrow, color, width, 0, 2);
  }

  function stroke(arrow, width) {
    const c = arrow.curve;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(c[0], c[1]);
    pen.bezierCurveTo(c[2], c[3], c[4], c[5], c[6], c[7]);
    pen.stroke();
  }

  /** The head at the curve's point `tip`, pointing away from its point `from`. */
  function paintHead(arrow, color, width, tip, from) {
    const c = arrow.curve;
    const angle = Math.atan2(c[tip + 1] - c[from + 1], c[tip] - c[from]);
    const length = 8 + width;
    pen.save();
    pen.translate(c[tip], c[tip + 1]);
    pen.rotate(angle);
    pen.fillStyle = color;
    pen.strokeStyle = color;
    pen.lineWidth = Math.max(1.2, width / 2);
    pen.beginPath();
    pen.moveTo(-length, -length / 2.4);
    pen.lineTo(0, 0);
    pen.lineTo(-length, length / 2.4);
    if (arrow.polarity === "neutral") pen.stroke();
    else {
      pen.closePath();
      if (arrow.polarity === "structural") pen.fillStyle = palette().background;
      pen.fill();
      pen.stroke();
    }
    if (arrow.polarity === "hostile") pen.fillRect(-1, -length / 1.7, 2.5, length * 1.18);
    pen.restore();
  }

  function paintLabel(arrow) {
    const lines = linesOf(arrow);
    const [x, y] = arrow.middle;
    pen.globalAlpha = 1;
    pen.font = `11px ${FONT}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    const width = Math.max(...lines.map((line) => pen.measureText(line).width)) + 6;
    const height = lines.length * 13 + 2;
    pen.fillStyle = palette().background;
    pen.fillRect(x - width / 2, y - height / 2, width, height);
    pen.fillStyle = palette().lines[arrow.polarity][1];
    lines.forEach((line, i) => pen.fillText(line, x, y - height / 2 + 7.5 + i * 13));
  }

  function paintNode(node, isLit) {
    const colors = palette().fills[node.kind];
    pen.globalAlpha = isLit ? 1 : 0.2;
    pen.fillStyle = colors[0];
    pen.strokeStyle = colors[1];
    pen.lineWidth = node === state.node ? 3.5 : 1.5;
    outline(node);
    pen.fill();
    pen.stroke();
    if (node.size * view.zoom >= 4) paintName(node);
  }

  function paintName(node) {
    pen.fillStyle = palette().nodeText;
    pen.font = `${node.size}px ${FONT}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    const middle = node.y + (node.kind === "place" ? node.height * 0.1 : 0);
    node.lines.forEach((line, i) =>
      pen.fillText(line, node.x, middle + (i - (node.lines.length - 1) / 2) * node.size * LINE));
  }

  function outline(node) {
    const { x, y } = node;
    const [w, h] = [node.width / 2, node.height / 2];
    const polygon = (...points) => points.forEach(([px, py], i) => (i ? pen.lineTo(x + px, y + py) : pen.moveTo(x + px, y + py)));
    pen.beginPath();
    if (node.kind === "person") pen.ellipse(x, y, w, h, 0, 0, 2 * Math.PI);
    else if (node.kind === "state") pen.roundRect(x - w, y - h, 2 * w, 2 * h, 7);
    else if (node.kind === "organization") polygon([-w, 0], [-w * 0.78, -h], [w * 0.78, -h], [w, 0], [w * 0.78, h], [-w * 0.78, h]);
    else if (node.kind === "place") polygon([-w, h], [-w, -h * 0.4], [0, -h], [w, -h * 0.4], [w, h]);
    else polygon([-w, h * 0.4], [-w, -h * 0.4], [-w * 0.7, -h], [w * 0.7, -h], [w, -h * 0.4], [w, h * 0.4], [w * 0.7, h], [-w * 0.7, h]);
    pen.closePath();
  }

  // MARK: Moving about

  function fit() {
    const list = shown.nodes.length ? shown.nodes : nodes;
    if (!list.length) return;
    const left = Math.min(...list.map((node) => node.x - node.width / 2));
    const right = Math.max(...list.map((node) => node.x + node.width / 2));
    const top = Math.min(...list.map((node) => node.y - node.height / 2));
    const bottom = Math.max(...list.map((node) => node.y + node.height / 2));
    const { clientWidth: width, clientHeight: height } = canvas;
    view.zoom = Math.min(2, 0.94 * Math.min(width / (right - left + 40), height / (bottom - top + 40))) || 1;
    view.x = width / 2 - ((left + right) / 2) * view.zoom;
    view.y = height / 2 - ((top + bottom) / 2) * view.zoom;
    draw();
  }

  function zoomAt(x, y, factor) {
    const zoom = Math.min(6, Math.max(0.02, view.zoom * factor));
    view.x = x - ((x - view.x) * zoom) / view.zoom;
    view.y = y - ((y - view.y) * zoom) / view.zoom;
    view.zoom = zoom;
    draw();
  }

  const zoomMiddle = (factor) => zoomAt(canvas.clientWidth / 2, canvas.clientHeight / 2, factor);

  function centerOn(x, y) {
    view.zoom = Math.max(view.zoom, 0.8);
    view.x = canvas.clientWidth / 2 - x * view.zoom;
    view.y = canvas.clientHeight / 2 - y * view.zoom;
    draw();
  }

  /** What is under a point of the canvas. */
  function pick(px, py) {
    const x = (px - view.x) / view.zoom;
    const y = (py - view.y) / view.zoom;
    for (let i = shown.nodes.length - 1; i >= 0; i -= 1) if (contains(shown.nodes[i], x, y)) return { node: shown.nodes[i] };
    const reach = Math.max(5, 6 / view.zoom);
    let best = null;
    let nearest = reach;
    for (const arrow of shown.arrows) {
      const [l, t, r, b] = arrow.box;
      if (x < l - reach || x > r + reach || y < t - reach || y > b + reach) continue;
      for (let i = 0; i <= 24; i += 1) {
        const [ax, ay] = at(arrow.curve, i / 24);
        const distance = Math.hypot(ax - x, ay - y) - (i === 12 ? 8 : 0);
        if (distance < nearest) {
          nearest = distance;
          best = arrow;
        }
      }
    }
    return best ? { arrow: best } : null;
  }

  const pointers = new Map();
  let moved = 0;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return hover(event.offsetX, event.offsetY);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const was = Math.hypot(before[0] - other[0], before[1] - other[1]) || 1;
      const is = Math.hypot(event.offsetX - other[0], event.offsetY - other[1]) || 1;
      zoomAt((event.offsetX + other[0]) / 2, (event.offsetY + other[1]) / 2, is / was);
    } else {
      view.x += event.offsetX - before[0];
      view.y += event.offsetY - before[1];
      draw();
    }
    moved += Math.abs(event.offsetX - before[0]) + Math.abs(event.offsetY - before[1]);
    pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
  });
  const release = (event) => {
    const isClick = event.type === "pointerup" && pointers.size === 1 && moved < 5;
    pointers.delete(event.pointerId);
    if (!isClick) return;
    const hit = pick(event.offsetX, event.offsetY);
    if (hit?.node) choose(hit.node);
    else if (hit?.arrow) open(hit.arrow);
    else home();
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => hover(-1e9, -1e9));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomAt(event.offsetX, event.offsetY, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)));
  }, { passive: false });

  function hover(x, y) {
    const hit = pick(x, y);
    if (hit?.node === state.hover?.node && hit?.arrow === state.hover?.arrow) return;
    state.hover = hit;
    canvas.classList.toggle("over", hit !== null);
    canvas.title = hit?.node ? hit.node.name : hit?.arrow ? linesOf(hit.arrow).join(", ") : "";
    draw();
  }

  canvas.addEventListener("keydown", (event) => {
    const pan = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (!pan) return;
    event.preventDefault();
    view.x += pan[0];
    view.y += pan[1];
    draw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      search.value = "";
      suggest();
      return home();
    }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "+" || event.key === "=") zoomMiddle(1.25);
    else if (event.key === "-") zoomMiddle(0.8);
    else if (event.key === "0") fit();
  });

  // MARK: Panel

  const detail = byID("detail");
  function show(...children) {
    detail.replaceChildren(...children.filter(Boolean));
    draw();
  }

  const back = () => make("button", { id: "back", text: "All entities", onclick: home });

  /** The list of entities: the way in for whoever does not use a pointer. */
  function home() {
    state.node = null;
    state.arrow = null;
    const list = [...shown.nodes].sort((a, b) => b.degree - a.degree || (a.name < b.name ? -1 : 1));
    const rows = list.slice(0, 100).map((node) =>
      make("li", {}, make("button", { onclick: () => choose(node, true) }, isolated(node.name), make("span", { class: "quiet", text: ` ${node.kind}, ${plural(node.degree, "relation", "relations")}` }))));
    show(
      make("h2", { text: "Entities" }),
      make("p", { class: "quiet", text: "Choose an entity or an arrow to read the sentences behind it." }),
      make("ul", { class: "list" }, ...rows),
      list.length > 100 ? make("p", { class: "quiet", text: `and ${grouped(list.length - 100)} more: use the search` }) : null);
  }

  /** The card of an entity. */
  function choose(node, isCentered = false) {
    state.node = node;
    state.arrow = null;
    if (isCentered) centerOn(node.x, node.y);
    const outgoing = shown.arrows.filter((arrow) => arrow.source === node);
    const incoming = shown.arrows.filter((arrow) => arrow.target === node && arrow.source !== node);
    show(
      back(),
      make("h2", {}, isolated(node.name)),
      make("p", { class: "quiet", text: `${node.kind}, mentioned ${plural(node.mentions, "time", "times")} in ${plural(node.documents.length, "document", "documents")}` }),
      node.aliases.length ? make("p", {}, make("span", { class: "quiet", text: "also: " }), ...joined(node.aliases)) : null,
      node.wikidata ? make("p", {}, link(`https://www.wikidata.org/wiki/${node.wikidata}`, node.wikidata)) : null,
      ...arrowList("Says or does", outgoing, (arrow) => arrow.target),
      ...arrowList("Is said or done to", incoming, (arrow) => arrow.source));
  }

  const joined = (names) => names.flatMap((name, i) => (i ? [document.createTextNode(", "), isolated(name)] : [isolated(name)]));

  function arrowList(title, arrows, other) {
    if (!arrows.length) return [];
    const rows = arrows.map((arrow) =>
      make("li", {}, make("button", { class: "relation", onclick: () => open(arrow, true) },
        make("span", { text: linesOf(arrow).join(", ") + " " }), isolated(other(arrow).name))));
    return [make("h3", { text: title }), make("ul", { class: "list" }, ...rows)];
  }

  /** The sentences behind an arrow. */
  function open(arrow, isCentered = false) {
    state.arrow = arrow;
    state.node = null;
    if (isCentered) centerOn(...arrow.middle);
    show(back(), ...arrow.edges.flatMap(evidence));
    byID("panel").scrollTop = detail.offsetTop;
  }

  function evidence(edge) {
    const source = nodes[edge.source];
    const target = nodes[edge.target];
    const jump = (node) => make("button", { onclick: () => choose(node, true) }, isolated(node.name));
    const passages = edge.passages.slice(0, 100).map((passage) => quote(passage));
    const rest = edge.passages.length - passages.length;
    return [
      make("h3", { class: "edge" }, jump(source), make("span", { text: ` ${edge.type.label} ` }), jump(target)),
      make("p", {}, make("span", { class: "tag", text: STATUSES[edge.status] }), " ",
        make("span", { class: "quiet", text: `confidence ${edge.confidence.toFixed(2)}, ${plural(edge.passages.length, "passage", "passages")}` })),
      ...passages,
      rest > 0 ? make("p", { class: "quiet", text: `and ${grouped(rest)} more passages` }) : null,
    ];
  }

  function quote(passage) {
    const origin = data.documents[passage.document];
    const facts = [
      origin.date, `bytes ${passage.start}–${passage.end}`,
      passage.speaker !== undefined ? `says ${data.speakers[passage.speaker]}` : null,
      passage.found ? `found by ${passage.found}` : null,
    ].filter(Boolean);
    return make("blockquote", {}, sentence(passage),
      make("footer", {}, link(origin.url, origin.title || origin.id), document.createTextNode(` · ${facts.join(" · ")}`)));
  }

  /** The sentence with its two ends marked. */
  function sentence(passage) {
    const marks = [["source", passage.source], ["target", passage.target]]
      .filter(([, range]) => range)
      .sort((a, b) => a[1][0] - b[1][0]);
    const parts = [];
    let end = 0;
    for (const [name, [from, to]] of marks) {
      if (from < end) continue;
      parts.push(document.createTextNode(passage.text.slice(end, from)));
      parts.push(make("mark", { class: name, title: name, text: passage.text.slice(from, to) }));
      end = to;
    }
    parts.push(document.createTextNode(passage.text.slice(end)));
    return make("p", { dir: "auto" }, ...parts);
  }

  /** A link, or plain text where the address is none of the web. */
  function link(address, text) {
    if (!/^https?:\/\//i.test(address ?? "")) return isolated(text);
    return make("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank" }, isolated(text));
  }

  // MARK: Filters

  function choices(title, entries, set, swatch, isOpen = false) {
    const boxes = entries.map(([value, label, number]) => {
      const box = make("input", { type: "checkbox", checked: "" });
      box.addEventListener("change", () => {
        if (box.checked) set.add(value);
        else set.delete(value);
        refresh();
      });
      return make("label", {}, box, swatch ? swatch(value) : null, make("span", { text: label }),
        make("span", { class: "number", text: grouped(number) }));
    });
    const all = make("button", { text: "all or none", onclick: () => {
      const isOn = boxes.some((label) => !label.firstChild.checked);
      entries.forEach(([value]) => (isOn ? set.add(value) : set.delete(value)));
      boxes.forEach((label) => { label.firstChild.checked = isOn; });
      refresh();
    } });
    return make("details", isOpen ? { open: "" } : {}, make("summary", { text: title }), make("div", { class: "choices" }, ...boxes), all);
  }

  function menu(title, id, entries, change) {
    const select = make("select", { id }, make("option", { value: "", text: "all" }),
      ...entries.map(([value, label]) => make("option", { value, text: label })));
    select.addEventListener("change", () => {
      change(select.value === "" ? null : Number(select.value));
      refresh();
    });
    return make("div", { class: "field" }, make("label", { for: id, text: title }), select);
  }

  function refresh() {
    refilter();
    if (state.arrow) open(state.arrow);
    else if (state.node && shown.nodes.includes(state.node)) choose(state.node);
    else home();
  }

  /** A picture of a kind's shape or of a family's line. */
  function swatch(paintIt) {
    const small = make("canvas", { class: "swatch", width: "48", height: "28", "aria-hidden": "true" });
    swatches.push([small.getContext("2d"), paintIt]);
    return small;
  }
  const swatches = [];
  function paintSwatches() {
    for (const [context, paintIt] of swatches) {
      context.clearRect(0, 0, 48, 28);
      paintIt(context);
    }
  }
  const kindSwatch = (kind) => swatch((context) => {
    const [fill, edge] = palette().fills[kind];
    context.fillStyle = fill;
    context.strokeStyle = edge;
    context.lineWidth = 2.5;
    context.fillRect(3, 3, 42, 22);
    context.strokeRect(3, 3, 42, 22);
  });
  const lineSwatch = (color, dash, isHollow) => swatch((context) => {
    context.strokeStyle = color();
    context.lineWidth = isHollow ? 9 : 4;
    context.setLineDash(dash);
    for (const inner of isHollow ? [false, true] : [false]) {
      if (inner) {
        context.strokeStyle = palette().background;
        context.lineWidth = 5;
        context.setLineDash([]);
      }
      context.beginPath();
      context.moveTo(2, 14);
      context.lineTo(46, 14);
      context.stroke();
    }
  });

  function count(list, key) {
    const counts = new Map();
    for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return counts;
  }

  function buildFilters() {
    const kinds = count(nodes, (node) => node.kind);
    const relations = count(edges, (edge) => edge.relation);
    const statuses = count(edges, (edge) => edge.status);
    const ink = () => palette().ink;
    const statusSwatch = (status) => lineSwatch(ink, [[], [10, 7], [10, 7], [], [3, 7]][status], status === 1 || status === 3);
    const relationEntries = [...relations]
      .sort(([a], [b]) => POLARITIES.indexOf(data.relations[a].polarity) - POLARITIES.indexOf(data.relations[b].polarity) || a - b)
      .map(([relation, number]) => [relation, data.relations[relation].label, number]);
    const least = make("input", { type: "number", id: "least", min: "1", value: "1" });
    least.addEventListener("input", () => {
      state.least = Math.max(1, Number(least.value) || 1);
      refresh();
    });
    const speakers = data.speakers.map((name, i) => [i, name]);
    byID("filters").replaceChildren(
      choices("Kinds", KINDS.filter((kind) => kinds.has(kind)).map((kind) => [kind, kind, kinds.get(kind)]), state.kinds, kindSwatch, true),
      choices("Relations", relationEntries, state.relations,
        (relation) => lineSwatch(() => palette().lines[data.relations[relation].polarity][0], [], false)),
      choices("Status", [...statuses].sort((a, b) => a[0] - b[0]).map(([status, number]) => [status, STATUSES[status], number]), state.statuses, statusSwatch, true),
      menu("Speaker", "speaker", [[-1, "the document itself"], ...speakers], (value) => { state.speaker = value; }),
      menu("Document", "document", data.documents.map((item, i) => [i, item.title || item.id]), (value) => { state.document = value; }),
      make("div", { class: "field" }, make("label", { for: "least", text: "Passages, at least" }), least));
  }

  // MARK: Search

  const search = byID("search");
  const results = byID("results");
  function suggest() {
    const words = folded(search.value.trim());
    const hits = !words ? [] : nodes
      .filter((node) => node.found.some((name) => name.includes(words)))
      .sort((a, b) => (a.found[0].startsWith(words) ? 0 : 1) - (b.found[0].startsWith(words) ? 0 : 1) || b.degree - a.degree || a.index - b.index)
      .slice(0, 8);
    results.replaceChildren(...hits.map((node) =>
      make("li", {}, make("button", { type: "button", onclick: () => take(node) }, isolated(node.name), make("span", { class: "quiet", text: ` ${node.kind}` })))));
    search.setAttribute("aria-expanded", String(hits.length > 0));
  }
  function take(node) {
    search.value = "";
    suggest();
    choose(node, true);
    canvas.focus();
  }
  search.addEventListener("input", suggest);
  byID("searchform").addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("button")?.click();
  });

  // MARK: Theme and print

  function setTheme(theme) {
    state.theme = theme;
    document.documentElement.dataset.theme = theme;
    byID("theme").textContent = theme === "dark" ? "Light" : "Dark";
    paintSwatches();
    draw();
  }
  byID("theme").addEventListener("click", () => setTheme(state.theme === "dark" ? "light" : "dark"));
  byID("fit").addEventListener("click", fit);
  byID("save").addEventListener("click", () => {
    paint();
    canvas.toBlob((blob) => {
      const address = URL.createObjectURL(blob);
      make("a", { href: address, download: "graph.png" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
  });
  addEventListener("beforeprint", () => {
    state.paper = "print";
    paint();
  });
  addEventListener("afterprint", () => {
    state.paper = null;
    draw();
  });

  // MARK: Start

  nodes.forEach(measure);
  if (nodes.some((node) => node.x === undefined)) spread();
  buildFilters();
  setTheme(state.theme);
  refresh();
  let isFresh = true;
  new ResizeObserver(() => {
    if (isFresh) fit();
    isFresh = false;
    draw();
  }).observe(canvas);
  document.documentElement.dataset.ready = "true";
})();
