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

/// The same for rows of a matrix whose rows have room for a multiple of sixteen values; what stands behind `count` is
/// overwritten.
void entente_softmax_rows(float *_Nonnull values, long stride, long rows, long count);

/// out[t][i] = rows[i][t] * scale, with zeros in the columns behind `count`; `terms` and `columns` are multiples of eight.
void entente_transpose(
    const float *_Nonnull rows, long stride, long count, long terms, float scale, float *_Nonnull out, long columns);

/// line = (line - mean) / deviation * weights + biases; `count` is a multiple of sixteen.
void entente_normalize(
    float *_Nonnull line, long count, const float *_Nonnull weights, const float *_Nonnull biases, float epsilon);

/// line[i] += values[i]
void entente_add(float *_Nonnull line, const float *_Nonnull values, long count);

/// line[i] += values[i] * scale
void entente_add_bytes(float *_Nonnull line, const int8_t *_Nonnull values, float scale, long count);

/// line[c] += values[0][c] * factor, then values[1][c] * factor and so on; `width` is a multiple of sixteen.
void entente_add_mean(
    const float *_Nonnull values, long stride, long rows, long width, float factor, float *_Nonnull line);

/// line[c] += the largest of values[numbers[0]][c], values[numbers[1]][c] ...; at least one, `width` a multiple of sixteen.
void entente_add_maximum(
    const float *_Nonnull values, long stride, const long *_Nonnull numbers, long rows, long width,
    float *_Nonnull line);

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
