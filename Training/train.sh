#!/bin/sh
# From the data archives and the gold documents to the weight file and the weights of the confidence.
# usage: Training/train.sh DATA_DIR GOLD_DIR OUT_DIR [ENTENTE]
#   REPORTS  the folder of the five reports of September 2015 (else the confidence is fitted without their marks)
#   ENTENTE  the command as `swift build` leaves it; without it the training ends with the joint weights
#   PYTHON   python of the environment in requirements.txt
#   BUILD    builds ENTENTE anew, from the top of the project, when it does not yet hold the newest weights
# Stopped and started again, it goes on where it was: from the last epoch's checkpoint, past what OUT_DIR holds already.
set -eu
[ $# -eq 3 ] || [ $# -eq 4 ] || { echo "usage: $0 DATA_DIR GOLD_DIR OUT_DIR [ENTENTE]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
python=${PYTHON:-python3}
build=${BUILD:-swift build -c release --product entente}
out=$3
gold=$out/gold
entente=${4:-}
data=$out/data
cache=$out/cache
shipped=$top/Sources/CModels/entente.model
confidence=$top/Sources/Knowledge/data/rules/calibration.tsv
epochs=9
mkdir -p "$data" "$cache" "$out/pairs"
# glibc gives big buffers back to the system after every step otherwise, a fifth of the time.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"

step() {
    name=$1
    shift
    "$python" "$here/$name.py" "$@"
}

# Whether the command holds these weights: they are embedded in it as they are.
holds() {
    "$python" -c 'import pathlib, sys; sys.exit(pathlib.Path(sys.argv[2]).read_bytes() not in pathlib.Path(sys.argv[1]).read_bytes())' "$entente" "$1"
}

# Puts weights into the sources and builds the command, unless it holds them already.
embed() {
    if [ -x "$entente" ] && holds "$1"; then return; fi
    cp "$1" "$shipped"
    touch "$top/Sources/CModels/model.c"
    (cd "$top" && sh -c "$build")
    holds "$1" || { echo "$0: $entente does not hold $1; is it what \`$build\` builds?" >&2; exit 1; }
}

# The data.
for name in treebanks names gazetteers text; do
    if [ -d "$1/$name" ]; then
        ln -sfn "$(cd "$1/$name" && pwd)" "$data/$name"
    elif [ ! -d "$data/$name" ]; then
        tar xJf "$1/$name.tar.xz" -C "$data"
    fi
done
if [ ! -d "$gold" ]; then
    rm -rf "$gold.part"
    step marks "$data/text" "$gold.part" ${REPORTS:+"$REPORTS"}
    cp "$2"/train/* "$gold.part/train/"
    cp -R "$2"/dev "$gold.part/dev"
    mv "$gold.part" "$gold"
fi
[ -f "$cache/items.pickle" ] || step prepare "$data" "$gold" "$cache"

# All heads together; from half way on, pairs are those of the mentions that the model itself finds.
if [ ! -f "$out/joint.model" ]; then
    if [ ! -d "$out/bootstrap" ]; then
        step train "$cache" --name main --epochs $epochs --until $((epochs / 2))
        rm -rf "$out/bootstrap.part"
        step bootstrap "$cache" "$out/bootstrap.part" --name main
        mv "$out/bootstrap.part" "$out/bootstrap"
    fi
    step train "$cache" --name main --epochs $epochs --pairs "$out/bootstrap" --gold "$gold"
    step evaluate "$cache" --name main
    step evaluate "$cache" --name main --int8
    step export "$cache" "$out/joint.model" --name main --reference "$out/joint-reference.jsonl"
fi
if [ -z "$entente" ]; then
    echo "$out/joint.model holds the joint weights. For the pair scorer on the command's own mentions and the confidence, go on with"
    echo "    $0 $1 $2 $3 .build/release/entente"
    exit 0
fi
case $entente in /*) ;; *) entente=$PWD/$entente ;; esac

# Mentions and the rules' votes as the command has them.
pairs_of() {
    for part in train dev; do
        "$entente" __pairs --quiet "$gold/$part"/*.txt >"$out/pairs/$part.jsonl"
    done
}

# All heads once more, on the command's own mentions, with swapped names.
if [ ! -f "$out/second.model" ]; then
    if [ ! -f "$cache/second.pt" ]; then
        embed "$out/joint.model"
        pairs_of
    fi
    step train "$cache" --name second --init main --pairs "$out/pairs" --gold "$gold" --epochs 8 --lr 1.5e-4 --head-lr 1.5e-3 \
        --pair-loss 4 --voa 5000 --swap 0.3 --teacher main
    step evaluate "$cache" --name second --int8
    step export "$cache" "$out/second.model" --name second
fi

# The pair scorer alone.
if [ ! -f "$out/entente.model" ]; then
    embed "$out/second.model"
    pairs_of
    step pairs "$cache" "$gold" "$out/pairs" --name second --out pairs --epochs 3 --lr 4e-4 --strict
    step export "$cache" "$out/entente.model" --name pairs --reference "$out/reference.jsonl"
fi

# How far rules and scorer can be trusted together; the confidence below which assertions are left out stays as it is.
embed "$out/entente.model"
set --
for part in dev held reports; do
    [ -d "$gold/$part" ] || continue
    "$entente" __weighed --quiet "$gold/$part"/*.txt >"$out/weighed-$part.jsonl"
    set -- "$@" "$gold/$part" "$out/weighed-$part.jsonl"
done
step calibrate "$@" --write "$out/calibration.tsv" "$(awk '$1 == "least" { print $2 }' "$confidence")"
cp "$out/calibration.tsv" "$confidence"
echo "$shipped and $confidence are new; build once more."
