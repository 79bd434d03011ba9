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

// Eight and sixteen floats, of any alignment.
typedef float Eight __attribute__((vector_size(32), aligned(4)));
typedef float Sixteen __attribute__((vector_size(64), aligned(4)));
typedef int32_t SixteenBits __attribute__((vector_size(64), aligned(4)));

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

// Replaces lanes by those of others that are larger.
INLINE void raise(Sixteen *lanes, const float *others) {
    Sixteen other = *(const Sixteen *)others;
    SixteenBits isLarger = other > *lanes;
    *lanes = (Sixteen)(((SixteenBits)other & isLarger) | ((SixteenBits)*lanes & ~isLarger));
}

// The lower and the upper half of sixteen lanes.
#define LOW(v) __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7)
#define HIGH(v) __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15)

// The largest of some values. Sixteen lanes side by side: a compiler may not reorder comparisons of floats by itself.
INLINE float largestOf(const float *values, long count) {
    float peak = values[0];
    long i = 0;
    if (count >= 16) {
        Sixteen lanes = *(const Sixteen *)values;
        for (i = 16; i + 16 <= count; i += 16) raise(&lanes, values + i);
        // The last sixteen overlap those before: no value counts twice in a maximum.
        raise(&lanes, values + count - 16);
        Eight low = LOW(lanes), high = HIGH(lanes);
        float eight[8], four[4];
        for (int lane = 0; lane < 8; lane++) eight[lane] = low[lane] > high[lane] ? low[lane] : high[lane];
        for (int lane = 0; lane < 4; lane++) four[lane] = eight[lane] > eight[lane + 4] ? eight[lane] : eight[lane + 4];
        float one = four[0] > four[2] ? four[0] : four[2], two = four[1] > four[3] ? four[1] : four[3];
        return one > two ? one : two;
    }
    for (; i < count; i++) peak = values[i] > peak ? values[i] : peak;
    return peak;
}

// The sum of some values. Eight sums side by side, added up at the end: the order is the same for every width of register.
INLINE float sumOf(const float *values, long count) {
    Eight lanes = {0};
    long i = 0;
    for (; i + 8 <= count; i += 8) lanes += *(const Eight *)(values + i);
    float sum = ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
    for (; i < count; i++) sum += values[i];
    return sum;
}

// Probabilities of the first `count` values; the exponentials of the `padded` values, whole registers, are computed with
// them.
INLINE void softmax(float *values, long count, long padded) {
    float peak = largestOf(values, count);
    for (long i = 0; i < padded; i++) values[i] = exponential(values[i] - peak);
    float factor = 1 / sumOf(values, count);
    for (long i = 0; i < padded; i++) values[i] *= factor;
}

VERSIONS void entente_softmax(float *values, long count) { softmax(values, count, count); }

VERSIONS void entente_softmax_rows(float *values, long stride, long rows, long count) {
    long padded = (count + 15) & ~15L;
    for (long row = 0; row < rows; row++) softmax(values + row * stride, count, padded);
}

// Eight rows of eight values turned into eight columns.
INLINE void turn(Eight *r) {
    Eight a[8], b[8];
    for (int i = 0; i < 8; i += 2) {
        a[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        a[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
    for (int i = 0; i < 8; i += 4) {
        for (int j = i; j < i + 2; j++) {
            b[j] = __builtin_shufflevector(a[j], a[j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            b[j + 2] = __builtin_shufflevector(a[j], a[j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    }
    for (int i = 0; i < 4; i++) {
        r[i] = __builtin_shufflevector(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        r[i + 4] = __builtin_shufflevector(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
}

VERSIONS void entente_transpose(
    const float *restrict rows, long stride, long count, long terms, float scale, float *restrict out, long columns) {
    for (long column = 0; column < columns; column += 8) {
        for (long term = 0; term < terms; term += 8) {
            Eight block[8];
            for (long i = 0; i < 8; i++) {
                Eight none = {0};
                block[i] = column + i < count ? *(const Eight *)(rows + (column + i) * stride + term) * scale : none;
            }
            turn(block);
            for (long i = 0; i < 8; i++) *(Eight *)(out + (term + i) * columns + column) = block[i];
        }
    }
}

// Sums of `terms` lines times numbers, for four rows of numbers at a time: each line is loaded once for all four.
#define FOUR_ROWS(name, Lanes)                                                                                         \
    INLINE void name(                                                                                                  \
        const float *a, long numberStride, const float *line, long lineStride, long terms, float *out,                 \
        long outStride) {                                                                                              \
        const float *b = a + numberStride, *c = b + numberStride, *d = c + numberStride;                               \
        Lanes w = {0}, x = {0}, y = {0}, z = {0};                                                                      \
        for (long t = 0; t < terms; t++, line += lineStride) {                                                         \
            Lanes value = *(const Lanes *)line;                                                                        \
            w += value * a[t];                                                                                         \
            x += value * b[t];                                                                                         \
            y += value * c[t];                                                                                         \
            z += value * d[t];                                                                                         \
        }                                                                                                              \
        *(Lanes *)out = w;                                                                                             \
        *(Lanes *)(out + outStride) = x;                                                                               \
        *(Lanes *)(out + 2 * outStride) = y;                                                                           \
        *(Lanes *)(out + 3 * outStride) = z;                                                                           \
    }
FOUR_ROWS(fourRowsOfSixteen, Sixteen)
FOUR_ROWS(fourRowsOfEight, Eight)

INLINE void sums(
    const float *numbers, long numberStride, long rows, const float *lines, long lineStride, long terms, long width,
    float *out, long outStride) {
    long row = 0;
    for (; row + 4 <= rows; row += 4) {
        const float *four = numbers + row * numberStride;
        float *target = out + row * outStride;
        long column = 0;
        for (; column + 16 <= width; column += 16)
            fourRowsOfSixteen(four, numberStride, lines + column, lineStride, terms, target + column, outStride);
        for (; column < width; column += 8)
            fourRowsOfEight(four, numberStride, lines + column, lineStride, terms, target + column, outStride);
    }
    for (; row < rows; row++) {
        const float *one = numbers + row * numberStride;
        for (long column = 0; column < width; column += 8) {
            Eight sum = {0};
            for (long t = 0; t < terms; t++) sum += *(const Eight *)(lines + t * lineStride + column) * one[t];
            *(Eight *)(out + row * outStride + column) = sum;
        }
    }
}

VERSIONS void entente_products(
    const float *restrict left, long leftStride, long rows, const float *restrict keys, long terms, long width,
    float *restrict out, long outStride) {
    sums(left, leftStride, rows, keys, width, terms, width, out, outStride);
}

VERSIONS void entente_mix(
    const float *restrict weights, long weightStride, long rows, const float *restrict values, long valueStride,
    long terms, long width, float *restrict out, long outStride) {
    sums(weights, weightStride, rows, values, valueStride, terms, width, out, outStride);
}

// The sixteen lanes added in one fixed order, halves upon halves.
INLINE float total(const Sixteen *lanes) {
    float four[4];
    for (int i = 0; i < 4; i++) four[i] = ((*lanes)[i] + (*lanes)[i + 8]) + ((*lanes)[i + 4] + (*lanes)[i + 12]);
    return (four[0] + four[2]) + (four[1] + four[3]);
}

VERSIONS void entente_normalize(
    float *restrict line, long count, const float *restrict weights, const float *restrict biases, float epsilon) {
    Sixteen sum = {0}, squares = {0};
    for (long i = 0; i < count; i += 16) sum += *(const Sixteen *)(line + i);
    float mean = total(&sum) / (float)count;
    for (long i = 0; i < count; i += 16) {
        Sixteen centered = *(const Sixteen *)(line + i) - mean;
        squares += centered * centered;
    }
    float factor = 1 / __builtin_sqrtf(total(&squares) / (float)count + epsilon);
    for (long i = 0; i < count; i++) line[i] = (line[i] - mean) * factor * weights[i] + biases[i];
}

VERSIONS void entente_add(float *restrict line, const float *restrict values, long count) {
    for (long i = 0; i < count; i++) line[i] += values[i];
}

VERSIONS void entente_add_bytes(float *restrict line, const int8_t *restrict values, float scale, long count) {
    for (long i = 0; i < count; i++) line[i] += (float)values[i] * scale;
}

VERSIONS void entente_add_mean(
    const float *restrict values, long stride, long rows, long width, float factor, float *restrict line) {
    for (long column = 0; column < width; column += 16) {
        Sixteen sum = *(const Sixteen *)(line + column);
        const float *value = values + column;
        for (long row = 0; row < rows; row++, value += stride) sum += *(const Sixteen *)value * factor;
        *(Sixteen *)(line + column) = sum;
    }
}

VERSIONS void entente_add_maximum(
    const float *restrict values, long stride, const long *restrict numbers, long rows, long width,
    float *restrict line) {
    for (long column = 0; column < width; column += 16) {
        Sixteen top = *(const Sixteen *)(values + numbers[0] * stride + column);
        for (long row = 1; row < rows; row++) raise(&top, values + numbers[row] * stride + column);
        *(Sixteen *)(line + column) += top;
    }
}
