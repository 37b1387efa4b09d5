/*
 * The limit: what a C program reaches with the plain structure (64-bit hashes of a host's suffixes walked from the
 * right, a bloom word in front, open addressing), with no verification, no category and no policy. It is what the engine in
 * TypeScript is measured against in the same run.
 *
 *   limit <names> <questions> <rounds>
 *
 * Both files are lines. Prints: names, million lookups a second (the best round), hits, bytes a name.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define STEP 0x9e3779b97f4a7c15ull

static char *read_all(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (fread(bytes, 1, *size, file) != *size) exit(2);
  fclose(file);
  return bytes;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static uint64_t *slots;
static uint64_t *bloom;
static uint64_t slot_mask, bloom_mask;

static inline uint64_t mixed(uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93ull;
  return hash ^ (hash >> 32);
}

static inline uint64_t bloom_bits(uint64_t hash) { return 1ull << (hash & 63) | 1ull << (hash >> 6 & 63) | 1ull << (hash >> 12 & 63); }

static void insert(const unsigned char *name, size_t length) {
  uint64_t hash = 1;
  for (size_t at = length; at-- > 0;) hash = (hash ^ name[at]) * STEP;
  hash = mixed(hash) | 1;
  bloom[hash >> 20 & bloom_mask] |= bloom_bits(hash);
  uint64_t slot = hash >> 24 & slot_mask;
  while (slots[slot] && slots[slot] != hash) slot = (slot + 1) & slot_mask;
  slots[slot] = hash;
}

static inline int lookup(const unsigned char *name, const unsigned char *fold, size_t length) {
  uint64_t hash = 1;
  int found = 0;
  for (size_t at = length; at-- > 0;) {
    hash = (hash ^ fold[name[at]]) * STEP;
    if (at > 0 && name[at - 1] != '.') continue;
    if (name[at] == '.') continue;
    uint64_t whole = mixed(hash) | 1;
    uint64_t bits = bloom_bits(whole);
    if ((bloom[whole >> 20 & bloom_mask] & bits) != bits) continue;
    uint64_t slot = whole >> 24 & slot_mask;
    while (slots[slot] && slots[slot] != whole) slot = (slot + 1) & slot_mask;
    found += slots[slot] == whole;
  }
  return found;
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  size_t size, asked;
  char *names = read_all(arguments[1], &size), *questions = read_all(arguments[2], &asked);
  size_t total = 0, question_count = 0;
  for (size_t at = 0; at < size; at++) total += names[at] == '\n';
  for (size_t at = 0; at < asked; at++) question_count += questions[at] == '\n';
  uint64_t capacity = 1, words = 1;
  while (capacity < total * 5 / 4) capacity *= 2;
  while (words < total / 6) words *= 2;
  slots = calloc(capacity, 8);
  bloom = calloc(words, 8);
  slot_mask = capacity - 1;
  bloom_mask = words - 1;
  for (char *line = names, *end; line < names + size; line = end + 1) {
    end = memchr(line, '\n', (size_t)(names + size - line));
    insert((unsigned char *)line, (size_t)(end - line));
  }
  unsigned char fold[256];
  for (int byte = 0; byte < 256; byte++) fold[byte] = (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
  uint32_t *starts = malloc((question_count + 1) * sizeof *starts);
  size_t number = 0;
  starts[0] = 0;
  for (size_t at = 0; at < asked; at++)
    if (questions[at] == '\n') starts[++number] = (uint32_t)at + 1;
  double best = 1e9;
  long hits = 0;
  for (int round = 0; round < atoi(arguments[3]); round++) {
    double start = seconds();
    hits = 0;
    for (size_t each = 0; each < question_count; each++)
      hits += lookup((unsigned char *)questions + starts[each], fold, starts[each + 1] - starts[each] - 1);
    double took = seconds() - start;
    if (took < best) best = took;
  }
  printf("%zu %.4f %ld %.2f\n", total, question_count / best / 1e6, hits, (double)(capacity + words) * 8 / total);
  return 0;
}
