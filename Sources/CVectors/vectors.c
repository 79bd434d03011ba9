#include "CVectors.h"
#include <string.h>

// Fused products round once where two operations round twice: with them, processors would disagree.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define VERSIONS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define VERSIONS
#endif
#define INLINE static inline __attribute__((always_inline))

// Eight floats, of any alignment.
typedef float Eight __attribute__((vector_size(32), aligned(4)));

INLINE float magnitude(float x) {
    uint32_t bits;
    memcpy(&bits, &x, 4);
    bits &= 0x7FFFFFFF;
    memcpy(&x, &bits, 4);
    return x;
}

// max(x, 0) - g(|x|) with g(a) = a·(1 - Φ(a)), which dies away; a polynomial fitted to g on 0...4.5 (least largest
// error) stands for it, and beyond 4.5 its last value, which is under 1e-5 as well.
INLINE float gelu(float x) {
    float size = magnitude(x);
    float a = size < 4.5f ? size : 4.5f;
    float t = a * (2 / 4.5f) - 1;
    float p = 0.004002122674137354f;
    p = p * t + -0.02372228354215622f;
    p = p * t + 0.02266664057970047f;
    p = p * t + 0.05763956904411316f;
    p = p * t + -0.12558914721012115f;
    p = p * t + 0.03291860967874527f;
    p = p * t + 0.15593360364437103f;
    p = p * t + -0.24560430645942688f;
    p = p * t + 0.18092063069343567f;
    p = p * t + -0.0713857114315033f;
    p = p * t + 0.012222041375935078f;
    return (x > 0 ? x : 0) - a * p;
}

// 2^(x·log2 e) of a value in -80...0; lower values count as -80.
INLINE float exponential(float x) {
    float y = (x > -80 ? x : -80) * 1.44269504f;
    // Adding 1.5·2^23 leaves the nearest whole number in the low bits.
    float shifted = y + 12582912.0f;
    float f = y - (shifted - 12582912.0f);
    float p = 0.001327647f;
    p = p * f + 0.009675541f;
    p = p * f + 0.055507135f;
    p = p * f + 0.2402212f;
    p = p * f + 0.69314694f;
    p = p * f + 1.0000001f;
    uint32_t bits, exponent;
    memcpy(&bits, &p, 4);
    memcpy(&exponent, &shifted, 4);
    bits += exponent << 23;
    memcpy(&p, &bits, 4);
    return p;
}

#define DEQUANTIZED(i) ((float)(sums[i] - offsets[i]) * (rowScale * scales[i]) + biases[i])

VERSIONS void entente_dequantize(
    const int32_t *restrict sums, const int32_t *restrict offsets, const float *restrict scales,
    const float *restrict biases, float rowScale, float *restrict out, long count) {
    for (long i = 0; i < count; i++) out[i] = DEQUANTIZED(i);
}

VERSIONS void entente_dequantize_add(
    const int32_t *restrict sums, const int32_t *restrict offsets, const float *restrict scales,
    const float *restrict biases, float rowScale, float *restrict out, long count) {
    for (long i = 0; i < count; i++) out[i] += DEQUANTIZED(i);
}

VERSIONS void entente_dequantize_gelu(
    const int32_t *restrict sums, const int32_t *restrict offsets, const float *restrict scales,
    const float *restrict biases, float rowScale, float *restrict out, long count) {
    for (long i = 0; i < count; i++) out[i] = gelu(DEQUANTIZED(i));
}

VERSIONS void entente_gelu(float *values, long count) {
    for (long i = 0; i < count; i++) values[i] = gelu(values[i]);
}

VERSIONS float entente_quantize(const float *restrict values, long count, uint8_t *restrict codes) {
    // Magnitudes compare as their bit patterns do, and whole numbers have a quick maximum.
    int32_t top = 0;
    for (long i = 0; i < count; i++) {
        int32_t bits;
        memcpy(&bits, values + i, 4);
        bits &= 0x7FFFFFFF;
        top = bits > top ? bits : top;
    }
    float largest;
    memcpy(&largest, &top, 4);
    if (!(largest > 1e-35f)) largest = 1e-35f;
    float factor = 127 / largest;
    for (long i = 0; i < count; i++) {
        // The sum with 1.5·2^23 + 128 holds the nearest whole number, zero point included, in its low byte.
        float shifted = values[i] * factor + (12582912.0f + 128);
        uint32_t bits;
        memcpy(&bits, &shifted, 4);
        codes[i] = (uint8_t)bits;
    }
    return largest / 127;
}

VERSIONS void entente_softmax(float *values, long count) {
    float peak = values[0];
    for (long i = 1; i < count; i++) peak = values[i] > peak ? values[i] : peak;
    for (long i = 0; i < count; i++) values[i] = exponential(values[i] - peak);
    // Eight sums side by side, added up at the end: the order is the same for every width of register.
    Eight lanes = {0};
    long i = 0;
    for (; i + 8 <= count; i += 8) lanes += *(const Eight *)(values + i);
    float sum = ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
    for (; i < count; i++) sum += values[i];
    float factor = 1 / sum;
    for (i = 0; i < count; i++) values[i] *= factor;
}

// Sums of `terms` lines times numbers, for four rows of numbers at a time: each line is loaded once for all four.
#define SUMS(numbers, numberStride, lines, lineStride)                                                              \
    long row = 0;                                                                                                   \
    for (; row + 4 <= rows; row += 4) {                                                                             \
        const float *a = numbers + row * numberStride, *b = a + numberStride, *c = b + numberStride,                \
                    *d = c + numberStride;                                                                          \
        for (long column = 0; column < width; column += 8) {                                                        \
            Eight w = {0}, x = {0}, y = {0}, z = {0};                                                               \
            const float *line = lines + column;                                                                     \
            for (long t = 0; t < terms; t++, line += lineStride) {                                                  \
                Eight value = *(const Eight *)line;                                                                 \
                w += value * a[t];                                                                                  \
                x += value * b[t];                                                                                  \
                y += value * c[t];                                                                                  \
                z += value * d[t];                                                                                  \
            }                                                                                                       \
            float *target = out + row * outStride + column;                                                         \
            *(Eight *)target = w;                                                                                   \
            *(Eight *)(target + outStride) = x;                                                                     \
            *(Eight *)(target + 2 * outStride) = y;                                                                 \
            *(Eight *)(target + 3 * outStride) = z;                                                                 \
        }                                                                                                           \
    }                                                                                                               \
    for (; row < rows; row++) {                                                                                     \
        const float *a = numbers + row * numberStride;                                                              \
        for (long column = 0; column < width; column += 8) {                                                        \
            Eight w = {0};                                                                                          \
            for (long t = 0; t < terms; t++) w += *(const Eight *)(lines + t * lineStride + column) * a[t];         \
            *(Eight *)(out + row * outStride + column) = w;                                                         \
        }                                                                                                           \
    }

VERSIONS void entente_products(
    const float *restrict left, long leftStride, long rows, const float *restrict keys, long terms, long width,
    float *restrict out, long outStride) {
    SUMS(left, leftStride, keys, width)
}

VERSIONS void entente_mix(
    const float *restrict weights, long weightStride, long rows, const float *restrict values, long valueStride,
    long terms, long width, float *restrict out, long outStride) {
    SUMS(weights, weightStride, values, valueStride)
}
