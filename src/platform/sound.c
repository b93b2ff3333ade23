#include "platform/sound.h"

#include <SDL.h>
#include <math.h>

#include "base/memory.h"

struct sound_player {
    SDL_AudioDeviceID device; /* 0: closed */
    bool mute;                /* there is none to open */
    bool heard;               /* there was one */
    float gain;
    uint64_t heard_at; /* ms; 0: since the last look */
    struct sound_score score;
};

/* Partials of a sound: how far above the note, how loud, how fast they die (per second). */
struct partial {
    float ratio, loud, decay;
};
enum { PARTIALS = 4 };

struct timbre_row {
    struct partial partials[PARTIALS];
    float noise, noise_decay;
    float attack; /* seconds */
};

static const struct timbre_row timbres[TIMBRES] = {
    [TIMBRE_WOOD] = {{{1, .7F, 110}, {2.57F, .3F, 160}}, .25F, 300, .0005F},
    [TIMBRE_STONE] = {{{1, .6F, 7}, {2.76F, .22F, 11}, {5.4F, .1F, 18}, {.5F, .12F, 9}}, .02F, 200, .002F},
    [TIMBRE_BAR] = {{{1, .75F, 9}, {3.93F, .18F, 22}, {9.2F, .05F, 60}}, .04F, 120, .002F},
    [TIMBRE_PAPER] = {{{0}}, .5F, 26, .012F},
    [TIMBRE_BELL] = {{{1, .5F, 2.6F}, {2, .2F, 4}, {2.4F, .16F, 5}, {5.95F, .06F, 9}}, 0, 1, .004F},
};

static const float LEVEL = .23F; /* the loudest sound peaks at −12 dB of full scale */
static const float FULL_TURN = 6.28318530718F;

static void add_note(struct sound_score *score, enum timbre timbre, float hertz, float loud, float wait,
                     float length) {
    struct voice *voice = &score->voices[score->next++ % VOICES];
    *voice = (struct voice){.timbre = timbre,
                            .hertz = hertz,
                            .loud = loud,
                            .wait = (uint32_t)(wait * SOUND_RATE),
                            .length = (uint32_t)(length * SOUND_RATE),
                            .noise = 12345};
}

/* Of a round for two, for whoever lit it. */
static bool is_lit(const struct asked *asked) {
    bool lit = asked->state == ASKED_RIGHT;
    for (uint32_t i = 0; i < ROUND_PLAYERS; i++) lit = lit || asked->replies[i].state == ASKED_RIGHT;
    return lit;
}

/* 宫商角徵羽 on D, one for each wedge when it is lit (screens/result_figure.c). */
static void add_result(struct sound_score *score, const struct round *round) {
    static const float scale[] = {293.66F, 329.63F, 369.99F, 440.00F, 493.88F};
    enum { NOTES = sizeof scale / sizeof scale[0] };
    for (uint32_t i = 0; round && i < round->count && i < NOTES; i++)
        if (is_lit(&round->asked[i]))
            add_note(score, TIMBRE_STONE, 2 * scale[i], .8F, .11F + .14F * (float)i, .9F);
}

void sound_compose(struct sound_score *score, enum sound sound, const struct round *round) {
    switch (sound) {
    case SOUND_TOUCH:
        add_note(score, TIMBRE_WOOD, 880, .6F, 0, .03F);
        break;
    case SOUND_RIGHT:
        add_note(score, TIMBRE_STONE, 880, .9F, 0, .45F);
        add_note(score, TIMBRE_STONE, 1174.66F, .9F, .12F, .45F);
        break;
    case SOUND_NOTED:
        add_note(score, TIMBRE_BAR, 196, 1, 0, .4F);
        break;
    case SOUND_NEXT:
        add_note(score, TIMBRE_PAPER, 0, .5F, 0, .14F);
        break;
    case SOUND_RESULT:
        add_result(score, round);
        break;
    case SOUND_IDLE:
        add_note(score, TIMBRE_BELL, 587.33F, .8F, 0, 1.6F);
        break;
    case SOUNDS:
        break;
    }
}

static float white(struct voice *voice) {
    voice->noise = voice->noise * 1664525u + 1013904223u;
    return (float)(int32_t)voice->noise / 2147483648.0F;
}

/* Begins and ends without a click. */
static float envelope(const struct voice *voice, const struct timbre_row *timbre, float time) {
    float left = (float)(voice->length - voice->at) / SOUND_RATE, rise = time / timbre->attack;
    float fall = left / .008F;
    return (rise < 1 ? rise : 1) * (fall < 1 ? fall : 1);
}

static float sample_of(struct voice *voice) {
    const struct timbre_row *timbre = &timbres[voice->timbre];
    float time = (float)voice->at / SOUND_RATE, sum = 0;
    for (uint32_t i = 0; i < PARTIALS && timbre->partials[i].loud > 0; i++) {
        const struct partial *partial = &timbre->partials[i];
        sum += partial->loud * expf(-partial->decay * time) *
               sinf(FULL_TURN * voice->hertz * partial->ratio * time);
    }
    if (timbre->noise > 0) sum += timbre->noise * expf(-timbre->noise_decay * time) * white(voice);
    return sum * voice->loud * envelope(voice, timbre, time);
}

static bool render_voice(struct voice *voice, float *samples, uint32_t count) {
    for (uint32_t i = 0; i < count && voice->at < voice->length; i++) {
        if (voice->wait) {
            voice->wait--;
            continue;
        }
        samples[i] += LEVEL * sample_of(voice);
        voice->at++;
    }
    return voice->at < voice->length;
}

uint32_t sound_render(struct sound_score *score, float *samples, uint32_t count) {
    uint32_t sounding = 0;
    for (uint32_t i = 0; i < VOICES; i++) sounding += render_voice(&score->voices[i], samples, count);
    return sounding;
}

/* Loud, and never beyond what the device can do. */
static void amplify(float *samples, uint32_t count, float gain) {
    for (uint32_t i = 0; i < count; i++) {
        float sample = samples[i] * gain;
        samples[i] = sample > 1 ? 1 : sample < -1 ? -1 : sample;
    }
}

/* Runs in SDL's thread of the device. */
static void fill(void *context, Uint8 *bytes, int length) {
    struct sound_player *player = context;
    SDL_memset(bytes, 0, (size_t)length);
    float *samples = (float *)(void *)bytes;
    uint32_t count = (uint32_t)length / sizeof(float);
    if (sound_render(&player->score, samples, count)) player->heard_at = 0;
    amplify(samples, count, player->gain);
}

struct sound_player *sound_create(void) {
    struct sound_player *player = memory_zeroed(sizeof(struct sound_player));
    sound_set_volume(player, VOLUME_USUAL);
    return player;
}

void sound_set_volume(struct sound_player *player, int32_t volume) {
    static const float gains[VOLUME_MOST + 1] = {0, .3F, .6F, 1, 1.4F, 2};
    if (!player || volume < 0 || volume > VOLUME_MOST) return;
    if (player->mute) player->mute = player->heard = false; /* who plugged one in tries the volume */
    if (player->device) SDL_LockAudioDevice(player->device);
    player->gain = gains[volume];
    if (player->device) SDL_UnlockAudioDevice(player->device);
}

enum loudspeaker sound_state(const struct sound_player *player) {
    if (!player) return LOUDSPEAKER_OFF;
    if (player->mute) return LOUDSPEAKER_MISSING;
    return player->heard ? LOUDSPEAKER_FINE : LOUDSPEAKER_UNKNOWN;
}

static void open_device(struct sound_player *player) {
    SDL_AudioSpec wish = {.freq = SOUND_RATE,
                          .format = AUDIO_F32SYS,
                          .channels = 1,
                          .samples = 512,
                          .callback = fill,
                          .userdata = player};
    player->mute = SDL_InitSubSystem(SDL_INIT_AUDIO) != 0;
    if (player->mute) return;
    player->device = SDL_OpenAudioDevice(NULL, 0, &wish, NULL, 0);
    player->mute = player->device == 0;
    player->heard = !player->mute;
    if (player->mute) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

static void close_device(struct sound_player *player) {
    if (!player->device) return;
    SDL_CloseAudioDevice(player->device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    player->device = 0;
}

void sound_destroy(struct sound_player *player) {
    if (!player) return;
    close_device(player);
    memory_give_back(player);
}

void sound_play(struct sound_player *player, enum sound sound, const struct round *round) {
    if (!player || player->mute) return;
    if (!player->device) open_device(player);
    if (player->mute) return;
    SDL_LockAudioDevice(player->device);
    sound_compose(&player->score, sound, round);
    player->heard_at = 0;
    SDL_UnlockAudioDevice(player->device);
    SDL_PauseAudioDevice(player->device, 0);
}

bool sound_doze(struct sound_player *player, uint64_t now) {
    enum { SILENCE = 8000 };
    if (!player || !player->device) return false;
    SDL_LockAudioDevice(player->device);
    if (!player->heard_at) player->heard_at = now;
    bool over = now - player->heard_at > SILENCE;
    SDL_UnlockAudioDevice(player->device);
    if (over) close_device(player);
    return !over;
}
