#include <oneapi/dnnl/dnnl.h>
#include <oneapi/dnnl/dnnl_types.h>

// oneDNN runs its loops with OpenMP, and Swift's clang ships no omp.h: this is the one function needed of it.
// The setting belongs to the calling thread, so every worker makes it for itself.
extern void omp_set_num_threads(int count);
