#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "content/image.h"

/* Any bytes at all as a picture: what is found sound is small. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct image image = image_examine((struct str){(const char *)data, size});
    if (image.flaw != IMAGE_SOUND) return 0;
    assert(image.kind != IMAGE_FOREIGN && image.w && image.h);
    if (image.kind == IMAGE_SVG) {
        assert(size <= IMAGE_SVG_BYTES_MOST);
        return 0;
    }
    assert(size <= IMAGE_BYTES_MOST && image.w <= IMAGE_SIDE_MOST && image.h <= IMAGE_SIDE_MOST);
    return 0;
}
