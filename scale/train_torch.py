"""Trains the foundation model with PyTorch, on many machines: the same shards, configuration and weights as `prodrome train`.

    prodrome train CONFIG --print > run.json
    torchrun --nproc-per-node 8 scale/train_torch.py run.json [--bf16] [--accumulate N] [--from FOLDER]

One process a GPU (DistributedDataParallel; gloo on CPUs), each with its share of a batch's rows. `--from` takes the first
weights from a folder of `prodrome train` and the like; without it they are drawn anew. Needs torch and numpy alone.
"""

import argparse
import json
import math
import os
import pathlib
import time

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F

YEAR, SHORTEST_WAIT = 365.25, 0.1
AGE_PERIODS = [200, 100, 50, 25, 12.5, 6.25]
GAP_SCALES = [0.05, 1, 7, 30, 90, YEAR, 3 * YEAR, 10 * YEAR]


def read_tensors(path):
    """safetensors: 8 bytes of header length, JSON, data; each tensor a view of the file."""
    size = int(np.fromfile(path, "<u8", 1)[0])
    header = json.loads(pathlib.Path(path).open("rb").read(8 + size)[8:])
    meta, data = header.pop("__metadata__", {}), np.memmap(path, np.uint8, "r", 8 + size)
    kinds = {"F32": np.float32, "I32": np.int32}
    view = lambda e: data[slice(*e["data_offsets"])].view(kinds[e["dtype"]]).reshape(e["shape"])
    return meta, {name: view(entry) for name, entry in header.items()}


def write_tensors(path, tensors):
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, t in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(t.shape), "data_offsets": [at, at := at + 4 * t.size]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for t in tensors.values():
            file.write(np.ascontiguousarray(t, np.float32).tobytes())


def xorshift(*seeds):
    """The random numbers of src/model/random.ts."""
    low, state = 0xFFFFFFFF, 0x9E3779B9
    for seed in seeds:
        state = (state ^ seed) * 0x85EBCA6B & low
        state = (state ^ state >> 13) * 0xC2B2AE35 & low
        state ^= state >> 16
    state = state or 1
    while True:
        state ^= state << 13 & low
        state ^= state >> 17
        state ^= state << 5 & low
        yield state


class Shards:
    """Blocks of consecutive rows, in a new order each epoch: src/model/shards.ts."""

    def __init__(self, folder, tokens, multiple, seed):
        self.blocks, self.seed = [], seed
        for path in sorted(pathlib.Path(folder).glob("[!.]*.safetensors")):
            meta, fields = read_tensors(path)
            length, count = int(meta["length"]), int(meta["rows"])
            rows = max(1, min(tokens // length // multiple, count // multiple)) * multiple
            self.blocks += [(fields, i * rows, rows) for i in range(count // rows)]

    def batch(self, step):
        epoch, i = divmod(step - 1, len(self.blocks))
        order, draw = list(range(len(self.blocks))), xorshift(self.seed, epoch)
        for j in range(len(order) - 1, 0, -1):
            k = next(draw) % (j + 1)
            order[j], order[k] = order[k], order[j]
        fields, first, rows = self.blocks[order[i]]
        return {name: torch.from_numpy(np.array(field[first : first + rows])) for name, field in fields.items()}


class Network(torch.nn.Module):
    """The network of src/model/network.ts, weights under the same names (dots written as _)."""

    def __init__(self, c, shapes):
        super().__init__()
        self.c = c
        for name, (shape, spread) in shapes.items():
            w = torch.randn(shape) * spread if spread else torch.zeros(shape)
            self.register_parameter(name.replace(".", "_"), torch.nn.Parameter(w))

    def w(self, name):
        return getattr(self, name.replace(".", "_"))

    def drop(self, x):
        return F.dropout(x, self.c["dropout"], self.training)

    def states(self, b):
        c, (rows, length) = self.c, b["codes"].shape
        codes, measures, z = b["codes"].long(), b["measures"].long(), b["values"][..., None]
        age, gap = b["ages"] / YEAR, b["gaps"].clamp(min=0)
        angles = [f(2 * math.pi * age / p) for p in AGE_PERIODS for f in (torch.sin, torch.cos)]
        near = [torch.exp(-gap / s) for s in GAP_SCALES]
        times = torch.stack([age / 50 - 1, (age / 50 - 1) ** 2, *angles, torch.log1p(gap) / 8, *near], -1)
        x = self.w("code")[codes] + times @ self.w("time")
        if c["measures"]:
            x = x + (measures > 0)[..., None] * (z * self.w("value")[measures] + z * z * self.w("value2")[measures])
        if c["summaries"] and b["queryAt"].numel():
            summaries = b["summaries"].view(rows, -1, c["summaries"]) @ self.w("summary")
            x = x.scatter_add(1, b["queryAt"].long()[..., None].expand_as(summaries), summaries)
        j = torch.arange(length, device=x.device)
        seen = (j >= b["from"][..., None]) & (j < b["to"][..., None]) | (j == j[:, None])
        x = self.drop(x)
        norm = lambda x: F.rms_norm(x, x.shape[-1:], eps=1e-5)
        activation = F.gelu if c["activation"] == "gelu" else lambda x: F.relu(x).square()
        for n in range(c["layers"]):
            linear = lambda x, name: x @ self.w(f"{n}.{name}") + self.w(f"{n}.{name}.bias")
            heads = [t.view(rows, length, c["heads"], -1).transpose(1, 2) for t in linear(norm(x), "qkv").chunk(3, -1)]
            mixed = F.scaled_dot_product_attention(*heads, attn_mask=seen[:, None])
            x = x + self.drop(linear(mixed.transpose(1, 2).reshape(x.shape), "out"))
            x = x + self.drop(linear(activation(linear(norm(x), "up")), "down"))
        return norm(x)

    def forward(self, b, norms):
        """The four losses (src/model/losses.ts): sums over this batch, divided by the norms of the whole."""
        c, h, losses = self.c, self.states(b), {}
        pick = lambda at: h.gather(1, at.long()[..., None].expand(*at.shape, h.shape[-1]))
        targets, weights = b["targetCodes"].long(), b["targetWeights"]
        if c["nextEvent"]:
            logits = (h @ self.w("code").T + self.w("rate")).float()
            total = logits.logsumexp(-1)
            at = b["targetAt"].long()
            chosen = logits[torch.arange(len(at), device=at.device)[:, None], at, targets]
            losses["event"] = (weights * (total.gather(1, at) - chosen)).sum() / norms["event"]
            rate = -torch.log(torch.exp(-total) + SHORTEST_WAIT / YEAR)
            wait = torch.exp(rate) * b["waits"] / YEAR - b["waitHappened"] * rate
            losses["wait"] = (b["waitWeights"] * wait).sum() / norms["wait"]
        if c["valueBins"]:
            u = pick(b["targetAt"]) @ self.w("bin.state") + self.w("bin.bias") + self.w("code")[targets] @ self.w("bin.code")
            logits = (u * (1 + torch.erf(u))) @ self.w("bin.out") + self.w("bin.out.bias")
            bins = b["targetBins"].long()
            loss = F.cross_entropy(logits.float().flatten(0, 1), bins.flatten(), ignore_index=-1, reduction="none")
            losses["value"] = (weights.flatten() * loss).sum() / norms["value"]
        if c["outcomes"] and b["queryAt"].numel():
            losses["outcome"] = self.outcome_loss(b, pick(b["queryAt"])) / norms["outcome"]
        return losses

    def outcome_loss(self, b, h):
        c, (rows, queries) = self.c, b["queryAt"].shape
        o, k = len(c["outcomes"]), len(c["hazardBins"])
        eta = (h @ self.w("hazard")).view(rows, queries, o, k if c["hazardsVary"] else 1)
        if c["summaries"]:
            eta = eta + (b["summaries"].view(rows, queries, -1) @ self.w("hazard.skip"))[..., None]
        eta = (eta + self.w("hazard.base")).float()
        time, event, entry = (b[f"outcome{n}"].view(rows, queries, o, 1) for n in ("Times", "Events", "Entries"))
        start = torch.tensor(c["hazardBins"], dtype=torch.float32, device=h.device)
        end = torch.cat([start[1:], start.new_tensor([math.inf])])
        weight = torch.tensor([one["weight"] for one in c["outcomes"]], device=h.device)[:, None]
        weight = weight * b["queryWeights"][..., None, None] * (time > entry)
        exposure = (torch.minimum(time, end) - torch.maximum(entry, start)).clamp(min=0) / YEAR
        return (weight * (torch.exp(eta) * exposure - event * ((time > start) & (time <= end)) * eta)).sum()


def shapes_of(c):
    """Names, shapes and first spreads of all weights: src/model/parameters.ts."""
    d, times, s = c["width"], 3 + 2 * len(AGE_PERIODS) + len(GAP_SCALES), {}
    matrix = lambda name, i, o, spread=None: s.update({name: ((i, o), 0.7 / math.sqrt(i) if spread is None else spread)})
    vector = lambda name, *shape: s.update({name: (shape, 0)})
    matrix("code", c["vocabulary"], d, 0.05)
    if c["measures"]:
        matrix("value", c["measures"] + 1, d, 0.05), matrix("value2", c["measures"] + 1, d, 0)
    matrix("time", times, d, 0.05)
    if c["summaries"]:
        matrix("summary", c["summaries"], d, 0.05)
    into = 0.7 / math.sqrt(2 * max(1, c["layers"]))
    for n in range(c["layers"]):
        for name, i, o, spread in [("qkv", d, 3 * d, None), ("out", d, d, into / math.sqrt(d)),
                                   ("up", d, 4 * d, None), ("down", 4 * d, d, into / math.sqrt(4 * d))]:  # fmt: skip
            matrix(f"{n}.{name}", i, o, spread), vector(f"{n}.{name}.bias", o)
    if c["nextEvent"]:
        vector("rate", c["vocabulary"])
    if c["valueBins"]:
        matrix("bin.state", d, d), matrix("bin.code", d, d), vector("bin.bias", d)
        matrix("bin.out", d, c["valueBins"], 0.1 / math.sqrt(d)), vector("bin.out.bias", c["valueBins"])
    if c["outcomes"]:
        o, k = len(c["outcomes"]), len(c["hazardBins"])
        matrix("hazard", d, o * k if c["hazardsVary"] else o, 0.1 / math.sqrt(d))
        if c["summaries"]:
            matrix("hazard.skip", c["summaries"], o, 0)
        vector("hazard.base", o, k)
    return s


def learning_rate(t, step):
    if step <= t["warmUp"]:
        return t["learningRate"] * step / t["warmUp"]
    progress = min(1, (step - t["warmUp"]) / max(1, t["steps"] - t["warmUp"]))
    return t["learningRate"] * (t["finalRate"] + (1 - t["finalRate"]) * 0.5 * (1 + math.cos(math.pi * progress)))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("run")
    args.add_argument("--bf16", action="store_true")
    args.add_argument("--accumulate", type=int, default=1)
    args.add_argument("--from", dest="start")
    args = args.parse_args()
    run = json.loads(pathlib.Path(args.run).read_text())
    c, t, data = run["network"], run["training"], run["data"]

    world, rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
    gpu = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0))) if gpu else torch.device("cpu")
    if world > 1:
        dist.init_process_group("nccl" if gpu else "gloo")
    torch.manual_seed(t["seed"])
    shapes = shapes_of(c)
    network = Network(c, shapes).to(device)
    if args.start:
        _, first = read_tensors(pathlib.Path(args.start) / "model.safetensors")
        with torch.no_grad():
            for name in shapes:
                network.w(name).copy_(torch.from_numpy(np.array(first[name])))
    torch.manual_seed(t["seed"] + 1 + rank)  # dropout differs between processes, first weights do not
    model = torch.nn.parallel.DistributedDataParallel(network, find_unused_parameters=True) if world > 1 else network
    flat = lambda name: name.endswith(".bias") or name in ("rate", "hazard.base")
    groups = [{"params": [network.w(n) for n in shapes if flat(n) == f], "weight_decay": w}
              for f, w in ((False, t["weightDecay"]), (True, 0.0))]  # fmt: skip
    optimiser = torch.optim.AdamW(groups, betas=(t["beta1"], t["beta2"]), eps=t["epsilon"], fused=gpu)
    shards = Shards(data["shards"], data["tokens"], t["parts"], t["seed"])

    for step in range(1, t["steps"] + 1):
        began, batch = time.perf_counter(), shards.batch(step)
        valued = batch["targetWeights"] * (batch["targetBins"] >= 0)
        waited = batch["waitWeights"] * batch["waitHappened"].clamp(min=1)
        sums = {"event": batch["targetWeights"], "wait": waited, "value": valued, "outcome": batch["queryWeights"]}
        norms = {name: max(1e-9, float(weights.sum())) for name, weights in sums.items()}
        # Each process, and in it each micro-batch, takes every n-th row.
        pieces = [{k: v[rank * args.accumulate + i :: world * args.accumulate].to(device) for k, v in batch.items()}
                  for i in range(args.accumulate)]  # fmt: skip
        losses = dict.fromkeys(t["losses"], 0.0)
        for i, piece in enumerate(pieces):
            if world > 1:
                model.require_backward_grad_sync = i == len(pieces) - 1
            with torch.autocast(device.type, torch.bfloat16, enabled=args.bf16):
                found = model(piece, norms)
            # Gradients are averaged over processes, and these losses are parts of one sum.
            (world * sum(t["losses"][name] * loss for name, loss in found.items())).backward()
            losses = {name: losses[name] + float(torch.as_tensor(found.get(name, 0.0)).detach()) for name in losses}
        norm = torch.nn.utils.clip_grad_norm_(network.parameters(), t["clip"] or math.inf)
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(t, step)
        optimiser.step()
        optimiser.zero_grad(set_to_none=False)
        if world > 1:
            shared = torch.tensor(list(losses.values()), device=device)
            dist.all_reduce(shared)
            losses = dict(zip(losses, shared.tolist()))
        if rank == 0:
            loss = sum(t["losses"][name] * losses[name] for name in losses)
            speed = int((batch["codes"] != 0).sum()) / (time.perf_counter() - began)
            told = {"step": step, "losses": losses, "loss": loss, "norm": float(norm), "tokensPerSecond": round(speed)}
            print(json.dumps(told), flush=True)

    if rank == 0:
        out = pathlib.Path(run["out"])
        out.mkdir(parents=True, exist_ok=True)
        write_tensors(out / "model.safetensors", {n: network.w(n).detach().cpu().numpy() for n in shapes})
        about = {"training": t, "steps": t["steps"], "by": f"train_torch.py, PyTorch {torch.__version__}"}
        (out / "config.json").write_text(json.dumps({"network": c, "about": about, "dataHash": ""}, indent=2) + "\n")
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
