#ifndef ANZHI_PLATFORM_KEYS_H
#define ANZHI_PLATFORM_KEYS_H

#include "ui/draw.h"

/* Keyboard and presenter remote: every key is a short way to a region that is on the screen, so that a key
   can do nothing that a finger could not. Two players have each their own keys for options: A S D and 1 2 3,
   J K L and 7 8 9. A key that is not in the table does nothing; neither does any key with Ctrl, Alt or a logo
   key held. */

/* Ctrl, Alt and Shift with O: the operator's gesture on a machine with a keyboard. */
bool keys_are_operators(int scancode, unsigned modifiers);

/* What a key did. */
enum key_outcome { KEY_NOTHING, KEY_FOCUS, KEY_MESSAGE };

/* scancode and modifiers as SDL counts them; focus: the region with the focus, from 1, 0 none; moves it. */
enum key_outcome keys_press(const struct draw_list *list, int scancode, unsigned modifiers, uint16_t *focus,
                            struct message *message);

#endif
