/*
 * Puts load on one port of this machine and says what came of it as JSON.
 *
 *   load <kind> <port> <milliseconds> <file>
 *
 * In C because who asks must cost less than who answers: a generator in JavaScript was itself the limit, and every ratio
 * to it came out nearer to one than it was. The file holds what is sent: each a length (32 bits, this machine's order)
 * and its bytes. Kinds:
 *   dns       16 sockets with 8 questions out each; one that gets no answer in a second is given up and counted
 *   requests  32 connections that stay open, one HTTP request after the other on each
 *   connects  32 at once: connect, send the first text (a CONNECT; empty for a direct connection), hear the empty line,
 *             send the second, hear one byte, close; and again
 *   bulk      4 downloads at once; counts bytes
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { DNS_SOCKETS = 16, IN_FLIGHT = 8, CONNECTIONS = 32, DOWNLOADS = 4, MOST_TIMES = 1 << 23 };

typedef struct { uint32_t length; uint8_t *bytes; } Text;
static Text *texts;
static unsigned text_count, next_text;

static struct sockaddr_in server;
static int poll_fd;
static double began_all, end_all;
static double *times;
static unsigned done_count;
static unsigned long long bytes_heard, failed;

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

static void done(double began) {
  if (done_count < MOST_TIMES) times[done_count++] = now() - began;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void read_texts(const char *path) {
  FILE *file = fopen(path, "rb");
  uint32_t length;
  if (file == NULL) die(path);
  while (fread(&length, 4, 1, file) == 1) {
    texts = realloc(texts, (text_count + 1) * sizeof *texts);
    texts[text_count].length = length;
    texts[text_count].bytes = malloc(length + 1);
    if (fread(texts[text_count++].bytes, 1, length, file) != length) die(path);
  }
  fclose(file);
}

/* One socket and what it waits for. */
typedef struct {
  int fd;
  int stage; /* 0 connecting, 1 awaiting the proxy's word, 2 awaiting the site */
  double began;
  size_t heard;
  char head[16384];
  double out[65536 / 64]; /* dns: when the question of an id was sent, 0 when none is out */
  uint16_t id;
} Socket;

static void watch(Socket *one, uint32_t events, int how) {
  struct epoll_event event = {.events = events, .data.ptr = one};
  if (epoll_ctl(poll_fd, how, one->fd, &event) < 0) die("epoll");
}

static void send_text(Socket *one, const Text *text) {
  if (text->length > 0 && send(one->fd, text->bytes, text->length, MSG_NOSIGNAL) != (ssize_t)text->length) failed++;
}

/* ---- dns ---- */

enum { IDS = 65536 / 64 };

static void ask(Socket *one) {
  Text *text = &texts[next_text++ % text_count];
  do one->id = (one->id + 1) % IDS; while (one->out[one->id] != 0);
  text->bytes[0] = one->id >> 8;
  text->bytes[1] = one->id & 255;
  one->out[one->id] = now();
  send_text(one, text);
}

static void hear_dns(Socket *one) {
  uint8_t answer[4096];
  while (recv(one->fd, answer, sizeof answer, MSG_DONTWAIT) >= 12) {
    unsigned id = answer[0] << 8 | answer[1];
    if (id >= IDS || one->out[id] == 0) continue;
    done(one->out[id]);
    one->out[id] = 0;
    if (now() < end_all) ask(one);
  }
}

static void give_up_old(Socket *all) {
  double old = now() - 1000;
  for (int at = 0; at < DNS_SOCKETS; at++)
    for (int id = 0; id < IDS; id++)
      if (all[at].out[id] != 0 && all[at].out[id] < old) {
        all[at].out[id] = 0;
        failed++;
        if (now() < end_all) ask(&all[at]);
      }
}

/* ---- what goes by TCP ---- */

static void open_tcp(Socket *one) {
  int yes = 1;
  one->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  one->stage = 0;
  one->heard = 0;
  one->began = now();
  if (one->fd < 0) die("socket");
  setsockopt(one->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(one->fd, (struct sockaddr *)&server, sizeof server) < 0 && errno != EINPROGRESS) die("connect");
  watch(one, EPOLLOUT, EPOLL_CTL_ADD);
}

static void open_again(Socket *one, int fault) {
  failed += fault;
  close(one->fd);
  if (now() < end_all) open_tcp(one);
}

static void ask_http(Socket *one) {
  one->heard = 0;
  one->began = now();
  send_text(one, &texts[next_text++ % text_count]);
}

/* Whether the whole answer is here: its head, and as many bytes as the head says. */
static int is_whole(const Socket *one) {
  const char *end = memmem(one->head, one->heard, "\r\n\r\n", 4);
  const char *says = end == NULL ? NULL : strcasestr(one->head, "content-length:");
  return says != NULL && one->heard >= (size_t)(end + 4 - one->head) + strtoul(says + 15, NULL, 10);
}

/* An answer that does not say how long it is ends with its connection (as E2Guardian's block page does). */
static void hear_end(Socket *one, ssize_t got) {
  int ended = got == 0 && memmem(one->head, one->heard, "\r\n\r\n", 4) != NULL;
  if (ended) done(one->began);
  open_again(one, !ended && (one->heard > 0 || got < 0));
}

static void hear_request(Socket *one) {
  /* A page may be longer than what is kept of it; only its head matters here. */
  if (one->heard > sizeof one->head / 4 * 3) one->heard = sizeof one->head / 2;
  ssize_t got = recv(one->fd, one->head + one->heard, sizeof one->head - 1 - one->heard, 0);
  if (got <= 0) return hear_end(one, got);
  one->heard += got;
  one->head[one->heard] = 0;
  if (!is_whole(one)) return;
  done(one->began);
  if (now() < end_all) ask_http(one);
}

static void hear_connect(Socket *one) {
  ssize_t got = recv(one->fd, one->head, sizeof one->head, 0);
  if (got <= 0) return open_again(one, 1);
  if (one->stage == 2) {
    done(one->began);
    return open_again(one, 0);
  }
  if (memmem(one->head, got, "\r\n\r\n", 4) == NULL) return;
  one->stage = 2;
  send_text(one, &texts[1]);
}

static void hear_bulk(Socket *one) {
  static char part[1 << 18];
  ssize_t got = recv(one->fd, part, sizeof part, 0);
  if (got <= 0) { failed++; close(one->fd); return; }
  if (one->stage == 1) send_text(one, &texts[1]);
  one->stage = 2;
  bytes_heard += got;
}

static void connected(Socket *one, char kind) {
  int fault = 0;
  socklen_t size = sizeof fault;
  getsockopt(one->fd, SOL_SOCKET, SO_ERROR, &fault, &size);
  if (fault != 0) return open_again(one, 1);
  watch(one, EPOLLIN, EPOLL_CTL_MOD);
  one->stage = 1;
  if (kind == 'r') return ask_http(one);
  if (texts[0].length > 0) return send_text(one, &texts[0]);
  one->stage = 2;
  send_text(one, &texts[1]);
}

static void serve(Socket *one, char kind) {
  if (kind == 'd') hear_dns(one);
  else if (one->stage == 0) connected(one, kind);
  else if (kind == 'r') hear_request(one);
  else if (kind == 'c') hear_connect(one);
  else hear_bulk(one);
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static void say(void) {
  double seconds = (now() - began_all) / 1e3;
  qsort(times, done_count, sizeof *times, by_size);
  printf("{\"perSecond\":%f,\"p50\":%f,\"p99\":%f,\"failed\":%llu}", (bytes_heard ? bytes_heard : done_count) / seconds,
         done_count ? times[done_count / 2] : 0, done_count ? times[(size_t)(done_count * 0.99)] : 0, failed);
}

int main(int count, char **words) {
  if (count != 5) { fprintf(stderr, "load <kind> <port> <milliseconds> <file>\n"); return 2; }
  char kind = words[1][0];
  int many = kind == 'd' ? DNS_SOCKETS : kind == 'b' ? DOWNLOADS : CONNECTIONS;
  Socket *all = calloc(many, sizeof *all);
  struct epoll_event events[64];
  read_texts(words[4]);
  times = malloc(MOST_TIMES * sizeof *times);
  poll_fd = epoll_create1(0);
  server.sin_family = AF_INET;
  server.sin_port = htons(atoi(words[2]));
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  began_all = now();
  end_all = began_all + atof(words[3]);
  double looked = began_all;
  for (int at = 0; at < many; at++) {
    if (kind != 'd') { open_tcp(&all[at]); continue; }
    all[at].fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    if (connect(all[at].fd, (struct sockaddr *)&server, sizeof server) < 0) die("connect");
    watch(&all[at], EPOLLIN, EPOLL_CTL_ADD);
    for (int out = 0; out < IN_FLIGHT; out++) ask(&all[at]);
  }
  while (now() < end_all) {
    /* Never asleep: to wake a sleeper on another core costs who answers more than the answer (most so in a virtual
       machine), and then the fastest server is measured as the slowest. Whoever else wants the core gets it. */
    int ready = epoll_wait(poll_fd, events, 64, 0);
    if (ready == 0) sched_yield();
    for (int at = 0; at < ready; at++) serve(events[at].data.ptr, kind);
    if (kind == 'd' && now() - looked > 250) { give_up_old(all); looked = now(); }
  }
  say();
  return 0;
}
