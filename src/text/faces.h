#ifndef ANZHI_TEXT_FACES_H
#define ANZHI_TEXT_FACES_H

#include <stdbool.h>
#include <stdint.h>

#include "text/stamp.h"
#include "ui/metrics.h"

/* The faces of the design as SDL_ttf opens them: each file once, when its first character is wanted. A face
   that is missing is stood in for by the next one that is there, a character that a face lacks by the next
   face that has it; a character that none has takes up its room and draws nothing. Who opened the faces is
   told about both. */

struct face_file {
    const char *path, *family; /* a collection holds many families; this one is taken. NULL: Simplified
                                  Chinese, or the first */
};

/* For each face the files that can stand in for it, the best first, ended by a NULL path. */
enum { FACE_FILES = 8 };
struct face_choice {
    struct face_file files[FACE_FILES];
};
extern const struct face_choice faces_of_debian[FACES];

struct faces;

struct faces *faces_create(const struct face_choice choices[FACES]);
/* Begins to open the best file of every face at once, in a thread of its own, while the caller does something
   else; whoever asks for a character first waits for it. */
void faces_open_ahead(struct faces *faces);
/* Until that is done. The library opens one file at a time, whosoever it is. */
void faces_wait(struct faces *faces);
/* Of every file only the descriptor stays, until a character is wanted that the caches lack; who expects one
   wakes the best files before. */
void faces_sleep(struct faces *faces);
void faces_wake(struct faces *faces);
uint32_t faces_awake(const struct faces *faces); /* how many files; 0: all sleep */
void faces_destroy(struct faces *faces);

/* The first file of the face that is there; NULL: none is. */
const struct face_file *faces_in_use(struct faces *faces, enum face face);

/* Layout asks this; the context is the struct faces. */
struct metrics faces_metrics(struct faces *faces);
int32_t faces_advance(struct faces *faces, enum face face, int32_t size, uint32_t code); /* 1/64 pixel */

/* The character as ink on a grid, from the cache; NULL: nothing to draw. Valid until faces_tidy. */
const struct stamp *faces_stamp(struct faces *faces, enum face face, int32_t size, uint32_t code);
/* Between frames: when the cache has grown beyond its bounds, begins it anew. */
void faces_tidy(struct faces *faces);
size_t faces_bytes(const struct faces *faces); /* held by what was rasterised and measured */

/* Called once for each thing that is missing. code 0: the whole face; path is then its best file. */
typedef void face_lack(void *context, enum face face, const char *path, uint32_t code);
void faces_report(struct faces *faces, face_lack *lack, void *context);

#endif
