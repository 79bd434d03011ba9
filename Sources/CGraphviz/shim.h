// What Swift cannot say of libgvc and libcgraph itself: macros, mutable string
// parameters, and globals that strict concurrency refuses. Header only, so that
// the target stays a system library.
#pragma once
#include <cgraph.h>
#include <dlfcn.h>
#include <gvc.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

// MARK: - Reading

/// Parses one graph; null where the text is not DOT.
static inline Agraph_t *entente_gv_read(const char *dot) { return agmemread(dot); }

/// Gives a graph's memory back.
static inline void entente_gv_close(Agraph_t *graph) {
    if (graph) agclose(graph);
}

// MARK: - Attributes

/// Sets an attribute of the graph itself, declaring it where it is new.
static inline void entente_gv_set_graph(Agraph_t *graph, const char *name, const char *value) {
    agattr(graph, AGRAPH, (char *)name, (char *)value);
    agsafeset(graph, (char *)name, (char *)value, "");
}

/// Empties an attribute of every edge.
static inline void entente_gv_clear_edges(Agraph_t *graph, const char *name) {
    Agsym_t *symbol = agattr(graph, AGEDGE, (char *)name, NULL);
    if (!symbol) return;
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
        for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) agxset(edge, symbol, "");
}

/// Empties the label of every node with fewer than `least` edges.
static inline void entente_gv_clear_small_labels(Agraph_t *graph, int least) {
    Agsym_t *symbol = agattr(graph, AGNODE, "label", NULL);
    if (!symbol) return;
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
        if (agdegree(graph, node, 1, 1) < least) agxset(node, symbol, "");
}

// MARK: - Positions

/// A laid out node: its center and size in points, y up.
typedef struct {
    double x, y, width, height;
} entente_gv_box;

/// The name of a node, owned by the graph.
static inline const char *entente_gv_name(Agnode_t *node) { return agnameof(node); }

/// Where the layout put a node.
static inline entente_gv_box entente_gv_node_box(Agnode_t *node) {
    entente_gv_box box = {ND_coord(node).x, ND_coord(node).y, ND_width(node) * 72.0, ND_height(node) * 72.0};
    return box;
}

/// The size of the drawing in points.
static inline entente_gv_box entente_gv_bounds(Agraph_t *graph) {
    boxf bounds = GD_bb(graph);
    entente_gv_box box = {
        (bounds.LL.x + bounds.UR.x) / 2, (bounds.LL.y + bounds.UR.y) / 2, bounds.UR.x - bounds.LL.x,
        bounds.UR.y - bounds.LL.y};
    return box;
}

/// Sets the resolution after the layout, when the size is known at last.
static inline void entente_gv_set_dpi(Agraph_t *graph, double dpi) {
    if (GD_drawing(graph)) GD_drawing(graph)->dpi = dpi;
}

/// Puts a coordinate on a grid of 1/64 point. The offset keeps it off the ties that halves and quarters would make.
static inline double entente_gv_snapped(double value) { return floor(value * 64.0 + 0.4142) / 64.0; }

static inline void entente_gv_snap_point(pointf *point) {
    point->x = entente_gv_snapped(point->x);
    point->y = entente_gv_snapped(point->y);
}

static inline void entente_gv_snap_label(textlabel_t *label) {
    if (label) entente_gv_snap_point(&label->pos);
}

static inline void entente_gv_snap_edge(Agedge_t *edge) {
    entente_gv_snap_label(ED_label(edge));
    splines *curves = ED_spl(edge);
    if (!curves) return;
    for (size_t i = 0; i < (size_t)curves->size; i++) {
        bezier *curve = &curves->list[i];
        for (size_t j = 0; j < (size_t)curve->size; j++) entente_gv_snap_point(&curve->list[j]);
        entente_gv_snap_point(&curve->sp);
        entente_gv_snap_point(&curve->ep);
    }
}

/// Rounds all places of a layout. The spring engines add in the order of addresses, so their last bits differ from run
/// to run, and formats with many decimals would show that.
static inline void entente_gv_snap(Agraph_t *graph) {
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
        entente_gv_snap_point(&ND_coord(node));
        for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) entente_gv_snap_edge(edge);
    }
    entente_gv_snap_label(GD_label(graph));
    entente_gv_snap_point(&GD_bb(graph).LL);
    entente_gv_snap_point(&GD_bb(graph).UR);
}

// MARK: - Rendering

/// Renders to memory. The length is `unsigned` up to Graphviz 9 and `size_t` after it.
static inline int entente_gv_render(GVC_t *context, Agraph_t *graph, const char *format, char **data, size_t *length) {
    typedef int (*old_form)(GVC_t *, graph_t *, const char *, char **, unsigned int *);
    unsigned int narrow = 0;
    size_t wide = 0;
    int status = gvRenderData(
        context, graph, format, data, _Generic(&gvRenderData, old_form: (void *)&narrow, default: (void *)&wide));
    *length = _Generic(&gvRenderData, old_form: (size_t)narrow, default: wide);
    return status;
}

// MARK: - Messages

/// The worst message since the job began: 1 = error, 0 = warning or none.
static inline int entente_gv_failed(void) { return agerrors(); }

// MARK: - Limits of the child process

/// Caps address space, processor time and core files of this process; a limit that the system refuses stays as it is.
static inline void entente_gv_limit(uint64_t bytes, uint64_t seconds) {
    struct rlimit space = {bytes, bytes}, time = {seconds, seconds + 1}, core = {0, 0};
    setrlimit(RLIMIT_AS, &space);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &core);
}

/// Ends this process when its parent ends, however that happens.
static inline void entente_gv_die_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL); }

// MARK: - Fonts

/// Tells for each character whether a font of the machine draws it; false where fontconfig is not to be had.
/// The library is looked up at run time, so that building needs no header of it.
static inline bool entente_fonts_cover(const uint32_t *characters, size_t count, bool *covered) {
    typedef struct {
        int count, room;
        void **patterns;
    } font_set;
    void *library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    void *(*load)(void) = (void *(*)(void))dlsym(library, "FcInitLoadConfigAndFonts");
    font_set *(*fonts)(void *, int) = (font_set * (*)(void *, int)) dlsym(library, "FcConfigGetFonts");
    int (*charset)(void *, const char *, int, void **) =
        (int (*)(void *, const char *, int, void **))dlsym(library, "FcPatternGetCharSet");
    int (*has)(const void *, uint32_t) = (int (*)(const void *, uint32_t))dlsym(library, "FcCharSetHasChar");
    void *config = load && fonts && charset && has ? load() : NULL;
    font_set *set = config ? fonts(config, 0) : NULL;
    if (!set) return false;
    for (size_t i = 0; i < count; i++) covered[i] = false;
    for (int f = 0; f < set->count; f++) {
        void *characters_of_font = NULL;
        if (charset(set->patterns[f], "charset", 0, &characters_of_font) != 0) continue;
        for (size_t i = 0; i < count; i++)
            if (!covered[i] && has(characters_of_font, characters[i])) covered[i] = true;
    }
    return true;
}
