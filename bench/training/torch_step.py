"""Prints the tokens a second of a compiled PyTorch training step: a pre-norm decoder with a tied embedding, fused AdamW.

python torch_step.py WIDTH LAYERS HEADS LENGTH ROWS VOCABULARY THREADS STEPS
"""

import statistics
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, LAYERS, HEADS, LENGTH, ROWS, VOCABULARY, THREADS, STEPS = map(int, sys.argv[1:9])
torch.set_num_threads(THREADS)
torch.manual_seed(0)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        heads = [t.view(ROWS, LENGTH, HEADS, -1).transpose(1, 2) for t in self.qkv(self.norm1(x)).split(WIDTH, 2)]
        mixed = F.scaled_dot_product_attention(*heads, is_causal=True)
        x = x + self.out(mixed.transpose(1, 2).reshape(ROWS, LENGTH, WIDTH))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.code, self.position = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(LENGTH, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, codes, targets):
        x = self.code(codes) + self.position(torch.arange(LENGTH))
        for block in self.blocks:
            x = block(x)
        return F.cross_entropy((self.norm(x) @ self.code.weight.T).view(-1, VOCABULARY), targets.view(-1))


model = Decoder()
optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, fused=True)
compiled = torch.compile(model)
codes, targets = torch.randint(0, VOCABULARY, (2, ROWS, LENGTH))


def step():
    optimiser.zero_grad(set_to_none=True)
    compiled(codes, targets).backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()


times = []
for _ in range(STEPS + 3):
    start = time.perf_counter()
    step()
    times.append(time.perf_counter() - start)
print(ROWS * LENGTH / statistics.median(times[3:]))
