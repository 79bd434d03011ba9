"""The analyzer: six-layer encoder, trunk, heads of words, arcs, labels and mention pairs (see MODEL notes in README.md)."""

import torch
import torch.nn as nn
import torch.nn.functional as F

import features

WIDTH, HEADS, LAYERS, INNER, BLOCK = 384, 12, 6, 1536, 128
PAIR = 256
PATH_LIMIT = 24


class MaskPool:
    """Dropout masks cut out of one pool of random numbers; drawing fresh ones costs more than the matrix products."""

    def __init__(self, rate, seed, size=1 << 23):
        generator = torch.Generator().manual_seed(seed)
        self.generator, self.rate = generator, rate
        keep = torch.rand(size, generator=generator) >= rate
        self.pool = (keep.float() / (1 - rate)).to(torch.bfloat16)

    def __call__(self, x):
        n = x.numel()
        if self.pool.device != x.device:
            self.pool = self.pool.to(x.device)
        if n >= self.pool.numel():
            return F.dropout(x, self.rate)
        offset = int(torch.randint(self.pool.numel() - n, (1,), generator=self.generator))
        return x * self.pool[offset : offset + n].view(x.shape).to(x.dtype)


def quantized_weight(weight):
    """Weights as seen through 7 bits with a scale per output row."""
    scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-12) / 63
    return torch.clamp(torch.round(weight / scale), -63, 63) * scale


def quantized_rows(x):
    """Activations as seen through 8 bits with a scale per row."""
    scale = x.abs().amax(-1, keepdim=True).float().clamp(min=1e-12) / 127
    return (torch.round(x.float() / scale) * scale).to(x.dtype)


class Product(nn.Linear):
    """A linear layer that computes in bfloat16 while training and can see itself through the shipped quantization."""

    low, fake = False, False

    def forward(self, x):
        weight, bias = self.weight, self.bias
        if Product.fake:
            weight = weight + (quantized_weight(weight.detach()) - weight.detach())
            x = x + (quantized_rows(x.detach()) - x.detach())
        if Product.low:
            return F.linear(x.to(torch.bfloat16), weight.to(torch.bfloat16), bias.to(torch.bfloat16))
        return F.linear(x, weight, bias)


class Layer(nn.Module):
    """One encoder layer, normalized after each half."""

    def __init__(self):
        super().__init__()
        self.qkv, self.out = Product(WIDTH, 3 * WIDTH), Product(WIDTH, WIDTH)
        self.up, self.down = Product(WIDTH, INNER), Product(INNER, WIDTH)
        self.ln1, self.ln2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2)
        scores = scores if mask is None else scores + mask.to(q.dtype)
        mixed = scores.softmax(-1) @ v
        x = norm(self.ln1, x + drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return norm(self.ln2, x + drop(self.down(F.gelu(self.up(x)))))


def norm(layer, x):
    """Layer norm in the type of `x`."""
    return F.layer_norm(x, (WIDTH,), layer.weight.to(x.dtype), layer.bias.to(x.dtype), layer.eps)


class Analyzer(nn.Module):
    """Encoder and heads."""

    def __init__(self, lists, rate=0.1, seed=1):
        super().__init__()
        self.lists = lists
        self.word = nn.Parameter(torch.zeros(30522, WIDTH), requires_grad=False)
        self.position = nn.Parameter(torch.zeros(512, WIDTH))
        self.case, self.shape = nn.Parameter(torch.zeros(8, WIDTH)), nn.Parameter(torch.zeros(features.SHAPES, WIDTH))
        self.emb_ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.trunk = Product(WIDTH, 8 * BLOCK)
        sizes = {
            "upos": len(lists["upos"]), "feats": len(lists["feats"]), "lemma": len(lists["lemmas"]),
            "name": len(features.NAME_LABELS), "actor": len(features.ACTOR_LABELS), "label": len(lists["relations_ud"]),
        }
        self.word_heads = nn.ModuleDict({k: Product(BLOCK, n) for k, n in sizes.items()})
        self.arc = Product(BLOCK, BLOCK)
        self.root_arc, self.root_lab = nn.Parameter(torch.randn(BLOCK) * 0.1), nn.Parameter(torch.randn(BLOCK) * 0.1)
        self.pair = PairHead()
        self.drop, self.head_drop = MaskPool(rate, seed), MaskPool(0.25, seed + 1)

    def load_pretrained(self, tensors):
        """Takes the encoder weights of a BERT checkpoint."""
        with torch.no_grad():
            self.word.copy_(tensors["embeddings.word_embeddings.weight"])
            self.position.copy_(tensors["embeddings.position_embeddings.weight"] + tensors["embeddings.token_type_embeddings.weight"][0])
            copy_layer(self.emb_ln, tensors, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                base = f"encoder.layer.{i}."
                parts = [base + f"attention.self.{n}" for n in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([tensors[p + ".weight"] for p in parts]))
                layer.qkv.bias.copy_(torch.cat([tensors[p + ".bias"] for p in parts]))
                copy_layer(layer.out, tensors, base + "attention.output.dense")
                copy_layer(layer.ln1, tensors, base + "attention.output.LayerNorm")
                copy_layer(layer.up, tensors, base + "intermediate.dense")
                copy_layer(layer.down, tensors, base + "output.dense")
                copy_layer(layer.ln2, tensors, base + "output.LayerNorm")

    def encode(self, batch):
        """Vectors [sentences, words, 384] at the first pieces of the words."""
        drop = self.drop if self.training else lambda x: x
        x = F.embedding(batch["ids"], self.word) + self.position[: batch["ids"].shape[1]]
        x = x + F.embedding(batch["piece_case"], self.case) + F.embedding(batch["piece_shape"], self.shape)
        x = drop(norm(self.emb_ln, x))
        if Product.low:
            x = x.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, batch["attention"], drop)
        return torch.gather(x, 1, batch["first"].unsqueeze(-1).expand(-1, -1, WIDTH))

    def blocks(self, y):
        """The eight blocks of the trunk, activated."""
        drop = self.head_drop if self.training else lambda x: x
        t = self.trunk(drop(y) if self.training else y).view(*y.shape[:-1], 8, BLOCK)
        active = drop(F.gelu(t[..., :6, :]))
        return [active[..., i, :] for i in range(6)] + [t[..., 6, :], t[..., 7, :]]

    def arcs(self, blocks, mask):
        """Arc scores [sentences, words, 1 + words]; column 0 is the root."""
        root = self.root_arc.to(blocks[5].dtype).expand(mask.shape[0], 1, BLOCK)
        scores = (self.arc(blocks[4]) @ torch.cat([root, blocks[5]], 1).transpose(1, 2)).float()
        valid = torch.cat([mask.new_ones(mask.shape[0], 1), mask], 1)
        return scores.masked_fill(~valid.unsqueeze(1), -1e9)

    def labels(self, blocks, heads):
        """Label scores of the arcs to the given heads (0 the root)."""
        root = self.root_lab.to(blocks[7].dtype).expand(heads.shape[0], 1, BLOCK)
        chosen = torch.gather(torch.cat([root, blocks[7]], 1), 1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, BLOCK))
        hidden = F.gelu(blocks[6] + chosen)
        return self.word_heads["label"](self.head_drop(hidden) if self.training else hidden).float()

    def words(self, blocks):
        """Scores of the word heads that need no tree."""
        where = {"upos": 0, "feats": 0, "lemma": 1, "name": 2, "actor": 3}
        return {k: self.word_heads[k](blocks[b]).float() for k, b in where.items()}


def copy_layer(layer, tensors, name):
    """Copies weight and bias."""
    layer.weight.copy_(tensors[name + ".weight"])
    layer.bias.copy_(tensors[name + ".bias"])


class PairHead(nn.Module):
    """Relation and status of ordered pairs of mentions."""

    def __init__(self):
        super().__init__()
        self.P, self.Q = Product(WIDTH, 4 * PAIR), Product(WIDTH, PAIR)
        self.dist, self.rule = nn.Embedding(24, PAIR), nn.Embedding(len(features.RELATIONS), PAIR)
        self.kindA, self.kindB = nn.Embedding(20, PAIR), nn.Embedding(20, PAIR)
        for table in (self.dist, self.rule, self.kindA, self.kindB):
            nn.init.normal_(table.weight, 0, 0.05)
        self.hidden = Product(PAIR, PAIR)
        self.relation, self.status = Product(PAIR, len(features.RELATIONS)), Product(PAIR, len(features.STATUSES))

    def forward(self, y, pairs, drop=lambda x: x):
        """y: [tokens, 384] of a whole batch; pairs: the arrays of `pair_arrays`."""
        p, q = self.P(drop(y)), self.Q(drop(y))
        source, target, middle, context = p.split(PAIR, 1)
        z = pairs["mean_a"].to(p.dtype) @ source + pairs["mean_b"].to(p.dtype) @ target + pairs["window"].to(p.dtype) @ context
        z = z + masked_max(middle, pairs["between"]) + masked_max(q, pairs["path"])
        tables = self.dist(pairs["bucket"]) + self.kindA(pairs["type_a"]) + self.kindB(pairs["type_b"]) + self.rule(pairs["rule"])
        z = F.gelu(z + tables.to(z.dtype))
        z = F.gelu(self.hidden(drop(z)))
        z = drop(z)
        return self.relation(z).float(), self.status(z).float()


def masked_max(rows, index):
    """Maximum over the rows an index matrix names (-1: none); zeros where it names none."""
    if index.shape[1] == 0:
        return rows.new_zeros(index.shape[0], rows.shape[1])
    picked = rows[index.clamp(min=0)].masked_fill((index < 0).unsqueeze(-1), -1e4)
    return torch.where((index >= 0).any(1, keepdim=True), picked.amax(1), torch.zeros_like(picked[:, 0]))


def tree_path(heads, a, b):
    """Tokens on the path between a and b (ends excluded); heads are 1-based, 0 the root."""
    def chain(i):
        out, seen = [], set()
        while i >= 0 and i not in seen:
            out.append(i)
            seen.add(i)
            i = heads[i] - 1
        return out

    up, down = chain(a), chain(b)
    shared = set(up) & set(down)
    top = next((i for i in up if i in shared), None)
    if top is None:
        return []
    path = up[: up.index(top) + 1] + down[: down.index(top)][::-1]
    return [i for i in path if i not in (a, b)]


def span_head(heads, lo, hi):
    """The token of a span whose head lies outside it (the first such)."""
    return next((i for i in range(lo, hi) if not lo <= heads[i] - 1 < hi), hi - 1)


def pair_arrays(items, width, heads=None):
    """Index arrays of all pairs of a batch of items whose words lie in rows of `width`; heads: trees by item or None."""
    rows = [(k, p) for k, x in enumerate(items) for p in x.get("pairs", ())]
    total = len(items) * width
    out = {k: torch.zeros(len(rows), total) for k in ("mean_a", "mean_b", "window")}
    between, paths, bucket, type_a, type_b, rule = [], [], [], [], [], []
    for r, (k, p) in enumerate(rows):
        base, n = k * width, len(items[k]["forms"])
        a_lo, a_hi, b_lo, b_hi = p[:4]
        out["mean_a"][r, base + a_lo : base + a_hi] = 1 / (a_hi - a_lo)
        out["mean_b"][r, base + b_lo : base + b_hi] = 1 / (b_hi - b_lo)
        lo, hi = max(0, min(a_lo, b_lo) - 4), min(n, max(a_hi, b_hi) + 4)
        out["window"][r, base + lo : base + hi] = 1 / (hi - lo)
        between.append([base + i for i in range(min(a_hi, b_hi), max(a_lo, b_lo))])
        tree = heads[k] if heads else None
        path = tree_path(tree, *mention_heads(p, tree)) if tree is not None else []
        paths.append([base + i for i in path[:PATH_LIMIT]])
        bucket.append(features.distance_bucket(a_lo, b_lo))
        type_a.append(p[6] * 5 + p[7])
        type_b.append(p[8] * 5 + p[9])
        rule.append(p[10] if len(p) > 10 else 0)
    out["between"], out["path"] = padded(between), padded(paths)
    for name, values in (("bucket", bucket), ("type_a", type_a), ("type_b", type_b), ("rule", rule)):
        out[name] = torch.tensor(values, dtype=torch.long)
    return rows, out


def mention_heads(pair, tree):
    """Head words of both mentions of a pair; the pipeline's own where it gives them."""
    if len(pair) > 12:
        return pair[11], pair[12]
    return span_head(tree, pair[0], pair[1]), span_head(tree, pair[2], pair[3])


def padded(lists):
    """Index lists as one matrix, -1 where nothing is."""
    width = max((len(x) for x in lists), default=0)
    return torch.tensor([x + [-1] * (width - len(x)) for x in lists], dtype=torch.long).view(len(lists), width)
