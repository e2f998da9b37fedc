/*
 * The hands of the outside world, where a shell is too slow: readers that send cards on two wires.
 *
 * usage: hands SIM PULSE_US GAP_US D0,D1,BITS...
 *
 * SIM is the folder of the simulated chip. All readers send at once, bit by bit: a pulse draws D0 (bit 0) or D1 (bit 1)
 * to ground, and the gap is the rest. Prints the nanoseconds that one bit took on the average.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define READERS_MAX 8
#define BITS_MAX 256

struct reader {
	int wires[2];
	char bits[BITS_MAX + 1];
};

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void rest_until(long long moment)
{
	struct timespec time = {moment / 1000000000LL, moment % 1000000000LL};

	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static int wire(const char *sim, int line)
{
	char path[512];
	int file;

	snprintf(path, sizeof(path), "%s/sim_gpio%d/pull", sim, line);
	file = open(path, O_WRONLY);
	if (file < 0)
		fail(path);
	return file;
}

static void draw(int file, int down)
{
	const char *word = down ? "pull-down" : "pull-up";

	if (pwrite(file, word, strlen(word), 0) < 0)
		fail("pull");
}

int main(int count, char **words)
{
	struct reader readers[READERS_MAX];
	int readers_count = count - 4, bit, i;
	long long pulse, gap, begun, next;

	if (readers_count < 1 || readers_count > READERS_MAX) {
		fprintf(stderr, "usage: hands SIM PULSE_US GAP_US D0,D1,BITS...\n");
		return 64;
	}
	pulse = atoll(words[2]) * 1000;
	gap = atoll(words[3]) * 1000;
	for (i = 0; i < readers_count; i++) {
		int d0, d1;

		if (sscanf(words[4 + i], "%d,%d,%256[01]", &d0, &d1, readers[i].bits) != 3) {
			fprintf(stderr, "no reader: %s\n", words[4 + i]);
			return 64;
		}
		readers[i].wires[0] = wire(words[1], d0);
		readers[i].wires[1] = wire(words[1], d1);
	}
	begun = next = now();
	for (bit = 0; readers[0].bits[bit]; bit++) {
		for (i = 0; i < readers_count; i++)
			draw(readers[i].wires[readers[i].bits[bit] - '0'], 1);
		while (now() < next + pulse)
			;
		for (i = 0; i < readers_count; i++)
			draw(readers[i].wires[readers[i].bits[bit] - '0'], 0);
		next += pulse + gap;
		if (now() > next)
			next = now();
		else
			rest_until(next);
	}
	printf("%lld\n", (now() - begun) / bit);
	return 0;
}
