/*
 * The limit for phrases: Aho and Corasick's automaton as a dense table over bytes, in C, read in four places at once as
 * the engine does, counting all matches of plain lower-case phrases. No boundaries, weights, accents or disguises, all of
 * which the engine does as well, and no care for phrases that lie across two places.
 *
 *   limit-phrases <phrases> <text> <rounds>      prints: phrases, MB a second of processor time (best round), matches
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PLACES 4

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

int main(int count, char **arguments) {
  if (count < 4) return 2;
  size_t size, length;
  char *phrases = read_all(arguments[1], &size), *text = read_all(arguments[2], &length);
  unsigned char symbol[256] = {0};
  int symbols = 1;
  for (size_t at = 0; at < size; at++)
    if (phrases[at] != '\n' && !symbol[(unsigned char)phrases[at]]) symbol[(unsigned char)phrases[at]] = (unsigned char)symbols++;
  for (int byte = 'A'; byte <= 'Z'; byte++) symbol[byte] = symbol[byte + 32];
  size_t most = size + 1, states = 1, total = 0;
  int32_t *next = calloc(most * symbols, sizeof *next);
  uint32_t *ends = calloc(most, sizeof *ends);
  int32_t *fail = calloc(most, sizeof *fail), *queue = malloc(most * sizeof *queue);
  int32_t state = 0;
  for (size_t at = 0; at < size; at++) {
    if (phrases[at] == '\n') {
      ends[state]++, total++, state = 0;
      continue;
    }
    int32_t *slot = &next[(size_t)state * symbols + symbol[(unsigned char)phrases[at]]];
    if (!*slot) *slot = (int32_t)states++;
    state = *slot;
  }
  size_t head = 0, tail = 0;
  for (int each = 0; each < symbols; each++)
    if (next[each]) queue[tail++] = next[each];
  while (head < tail) {
    int32_t own = queue[head++];
    ends[own] += ends[fail[own]];
    for (int each = 0; each < symbols; each++) {
      int32_t *slot = &next[(size_t)own * symbols + each], back = next[(size_t)fail[own] * symbols + each];
      if (!*slot) *slot = back;
      else fail[*slot] = back, queue[tail++] = *slot;
    }
  }
  for (size_t at = 0; at < states * symbols; at++) next[at] = ends[next[at]] ? ~(next[at] * symbols) : next[at] * symbols;
  double best = 1e9;
  long matches = 0;
  for (int round = 0; round < atoi(arguments[3]); round++) {
    double start = seconds();
    size_t part = length / PLACES;
    int32_t now[PLACES] = {0};
    matches = 0;
    for (size_t at = 0; at < part; at++) {
      int32_t any = 0;
      for (int place = 0; place < PLACES; place++)
        any |= now[place] = next[now[place] + symbol[(unsigned char)text[place * part + at]]];
      if (any < 0)
        for (int place = 0; place < PLACES; place++)
          if (now[place] < 0) now[place] = ~now[place], matches += ends[now[place] / symbols];
    }
    double took = seconds() - start;
    if (took < best) best = took;
  }
  printf("%zu %.4f %ld\n", total, length / best / 1e6, matches);
  return 0;
}
