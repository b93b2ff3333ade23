#include "screens/screens.h"

#include "screens/parts.h"

const struct screen screens[SCREENS] = {
    [SCREEN_HOLDING] = {"holding", holding_update, holding_view},
    [SCREEN_ATTRACT] = {"attract", attract_update, attract_view},
    [SCREEN_QUESTION] = {"question", question_update, question_view},
    [SCREEN_FEEDBACK] = {"feedback", feedback_update, feedback_view},
    [SCREEN_RESULT] = {"result", result_update, result_view},
    [SCREEN_REVIEW] = {"review", review_update, review_view},
    [SCREEN_CARDS] = {"cards", cards_update, cards_view},
    [SCREEN_CARD] = {"card", card_update, card_view},
    [SCREEN_ABOUT] = {"about", about_update, about_view},
    [SCREEN_CODE] = {"code", code_update, code_view},
    [SCREEN_PIN] = {"pin", pin_update, pin_view},
    [SCREEN_ADMIN] = {"admin", admin_update, admin_view},
    [SCREEN_DUO] = {"duo", duo_update, duo_view},
    [SCREEN_DUO_FEEDBACK] = {"duo-feedback", duo_feedback_update, duo_feedback_view},
    [SCREEN_DUO_RESULT] = {"duo-result", duo_result_update, duo_result_view},
    [SCREEN_DUO_REVIEW] = {"duo-review", duo_review_update, review_view},
};
_Static_assert(SCREENS == 16, "a new screen needs a row here and a file beside");
