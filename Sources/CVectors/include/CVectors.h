#pragma once
#include <stdint.h>

// The loops over floats in which the analyzer spends its time, compiled for several processors and chosen when the
// program is loaded. Every function computes lane by lane with single multiplications and additions, never fused and in
// one order, so that all its versions give the same bits.

/// out[i] = (sums[i] - offsets[i]) * (rowScale * scales[i]) + biases[i]
void entente_dequantize(
    const int32_t *_Nonnull sums, const int32_t *_Nonnull offsets, const float *_Nonnull scales,
    const float *_Nonnull biases, float rowScale, float *_Nonnull out, long count);

/// The same, added to what `out` holds.
void entente_dequantize_add(
    const int32_t *_Nonnull sums, const int32_t *_Nonnull offsets, const float *_Nonnull scales,
    const float *_Nonnull biases, float rowScale, float *_Nonnull out, long count);

/// The same as the first, through the Gaussian error linear unit.
void entente_dequantize_gelu(
    const int32_t *_Nonnull sums, const int32_t *_Nonnull offsets, const float *_Nonnull scales,
    const float *_Nonnull biases, float rowScale, float *_Nonnull out, long count);

/// The Gaussian error linear unit x·Φ(x) of every value, within 1e-5.
void entente_gelu(float *_Nonnull values, long count);

/// Bytes around 128 for values; returns the scale that turns them back.
float entente_quantize(const float *_Nonnull values, long count, uint8_t *_Nonnull codes);

/// Probabilities of values, in place; exponentials within a few parts in a million.
void entente_softmax(float *_Nonnull values, long count);

/// out[i][j] = Σ_t left[i][t] · keys[t][j], over t in order; `columns` is a multiple of eight and the stride of `keys`.
void entente_products(
    const float *_Nonnull left, long leftStride, long rows, const float *_Nonnull keys, long terms, long columns,
    float *_Nonnull out, long outStride);

/// out[i][c] = Σ_j weights[i][j] · values[j][c], over j in order; `width` is a multiple of eight.
void entente_mix(
    const float *_Nonnull weights, long weightStride, long rows, const float *_Nonnull values, long valueStride,
    long terms, long width, float *_Nonnull out, long outStride);

/// Gives memory that was freed back to the system, where the allocator can.
void entente_give_back_memory(void);
