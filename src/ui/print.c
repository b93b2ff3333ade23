#include "ui/draw.h"

#include <assert.h>

/* A list as JSON lines, one object per line, in painting order and then the regions in focus order. */

static const char *const role_names[] = {"ground", "city",    "head",        "progress", "stem",    "hint",
                                         "option", "verdict", "explanation", "source",   "primary", "second",
                                         "chip",   "title",   "body",        "label",    "figure",  "picture",
                                         "street", "scrim",   "panel",       "focus",    "ripple"};
_Static_assert(sizeof role_names / sizeof role_names[0] == ROLES, "every role has a name");

static const char *const color_names[] = {
    "none",       "ground",   "plane0",       "plane1",     "plane2",     "plane3", "horizon",
    "panel",      "edge",     "line",         "ink",        "ink2",       "plate",  "plate_edge",
    "on_plate",   "primary",  "primary_edge", "on_primary", "lamp",       "lamp2",  "lamp_edge",
    "on_lamp",    "right",    "right_edge",   "right_tint", "on_right",   "wrong",  "wrong_edge",
    "wrong_tint", "on_wrong", "seal",         "on_seal",    "near0",      "near1",  "far",
    "unlit",      "street",   "scrim",        "on_street",  "on_street2", "track",  "code",
    "code_paper"};
_Static_assert(sizeof color_names / sizeof color_names[0] == COLORS, "every colour has a name");

static const char *const kind_names[] = {"rect",   "rects",    "frame", "polygon", "outline",
                                         "stroke", "gradient", "text",  "icon"};
_Static_assert(sizeof kind_names / sizeof kind_names[0] == DRAW_KINDS, "every kind has a name");

const char *role_name(enum role role) {
    assert(role < ROLES);
    return role_names[role];
}

const char *color_name(enum color color) {
    assert(color < COLORS);
    return color_names[color];
}

const char *draw_kind_name(enum draw_kind kind) {
    assert(kind < DRAW_KINDS);
    return kind_names[kind];
}

static void print_head(const char *kind, enum role role, struct str text, struct buf *out) {
    buf_printf(out, "{\"kind\":\"%s\",\"role\":\"%s\"", kind, role_name(role));
    if (!text.len) return;
    buf_text(out, ",\"text\":");
    buf_json(out, text);
}

static void print_number(struct buf *out, const char *key, int32_t value) {
    if (value) buf_printf(out, ",\"%s\":%d", key, (int)value);
}

static void print_points(const struct draw_list *list, const struct draw_command *command, struct buf *out) {
    if (!command->point_count) return;
    buf_text(out, ",\"points16\":[");
    for (uint32_t i = 0; i < command->point_count; i++) {
        struct point point = list->points[command->point_first + i];
        buf_printf(out, "%s[%d,%d]", i ? "," : "", (int)point.x, (int)point.y);
    }
    buf_char(out, ']');
}

static void print_text_fields(const struct draw_command *command, struct buf *out) {
    buf_printf(out, ",\"face\":\"%s\",\"on\":\"%s\"", face_name(command->face), color_name(command->on));
    if (command->panel >= 0) buf_printf(out, ",\"panel\":%d", command->panel);
}

static void print_command(const struct draw_list *list, const struct draw_command *command, struct buf *out) {
    print_head(draw_kind_name(command->kind), command->role, command->text, out);
    buf_printf(out, ",\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d", (int)command->x, (int)command->y, (int)command->w,
               (int)command->h);
    print_number(out, "size", command->size);
    buf_printf(out, ",\"color\":\"%s\"", color_name(command->color));
    if (command->kind == DRAW_TEXT) print_text_fields(command, out);
    print_number(out, "radius", command->radius);
    print_number(out, "stroke", command->stroke);
    if (command->alpha != 255) print_number(out, "alpha", command->alpha);
    print_points(list, command, out);
    buf_text(out, "}\n");
}

static void print_panel(const struct panel *panel, struct buf *out) {
    buf_printf(out, "{\"kind\":\"panel\",\"role\":\"panel\",\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d}\n",
               (int)panel->x, (int)panel->y, (int)panel->w, (int)panel->h);
}

static void print_region(const struct region *region, struct buf *out) {
    print_head("region", region->role, STR(""), out);
    buf_printf(out, ",\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d,\"message\":\"%s\",\"value\":%d", (int)region->x,
               (int)region->y, (int)region->w, (int)region->h, message_name(region->message.type),
               (int)region->message.value);
    if (region->message.player) buf_printf(out, ",\"player\":%u", region->message.player);
    buf_text(out, region->enabled ? "}\n" : ",\"enabled\":false}\n");
}

void draw_print(const struct draw_list *list, struct buf *out) {
    for (uint32_t i = 0; i < list->command_count; i++) print_command(list, &list->commands[i], out);
    for (uint32_t i = 0; i < list->panel_count; i++) print_panel(&list->panels[i], out);
    for (uint32_t i = 0; i < list->region_count; i++) print_region(&list->regions[i], out);
}
