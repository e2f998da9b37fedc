/*
 * From an edge to an output, without anything between: the loop that others are measured beside, and the measure.
 *
 * usage: edges loop CHIP IN OUT           drives OUT to what IN carries, edge by edge, until it is killed
 *        edges measure SIM IN OUT TIMES   pulls at IN and waits until OUT follows; prints nanoseconds, one a line
 *        edges door SIM REX LEAF LOCK TIMES   asks to leave by pulling REX down and waits until LOCK, of a strike, rises;
 *                                         then opens LEAF, for which it falls, and shuts it; prints nanoseconds
 */
#include <fcntl.h>
#include <linux/gpio.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define WARM_UP 3000
#define DOOR_WARM_UP 30
/* A leaf counts as shut once it has been still for a quarter of a second. */
#define DOOR_REST_NANOS 300000000
#define DOOR_PAUSE_NANOS 1000000
#define WAIT_NANOS_MAX 60000000000LL

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int take(int chip, int line, unsigned long long flags)
{
	struct gpio_v2_line_request request;

	memset(&request, 0, sizeof(request));
	request.offsets[0] = line;
	request.num_lines = 1;
	request.config.flags = flags;
	strcpy(request.consumer, "edges");
	if (ioctl(chip, GPIO_V2_GET_LINE_IOCTL, &request) < 0)
		fail("take a line");
	return request.fd;
}

static int loop(const char *device, int in, int out)
{
	int chip = open(device, O_RDWR);
	struct gpio_v2_line_values values = {0, 1};
	struct gpio_v2_line_event event;
	struct pollfd input;

	if (chip < 0)
		fail(device);
	input.fd = take(chip, in,
			GPIO_V2_LINE_FLAG_INPUT | GPIO_V2_LINE_FLAG_EDGE_RISING | GPIO_V2_LINE_FLAG_EDGE_FALLING);
	input.events = POLLIN;
	out = take(chip, out, GPIO_V2_LINE_FLAG_OUTPUT);
	/* An edge from before it listened is made good. */
	if (ioctl(input.fd, GPIO_V2_LINE_GET_VALUES_IOCTL, &values) < 0
	    || ioctl(out, GPIO_V2_LINE_SET_VALUES_IOCTL, &values) < 0)
		fail("drive");
	while (poll(&input, 1, -1) > 0 && read(input.fd, &event, sizeof(event)) == sizeof(event)) {
		values.bits = event.id == GPIO_V2_LINE_EVENT_RISING_EDGE;
		if (ioctl(out, GPIO_V2_LINE_SET_VALUES_IOCTL, &values) < 0)
			fail("drive");
	}
	return 1;
}

static int file_of(const char *sim, int line, const char *name, int mode)
{
	char path[512];
	int file;

	snprintf(path, sizeof(path), "%s/sim_gpio%d/%s", sim, line, name);
	file = open(path, mode);
	if (file < 0)
		fail(path);
	return file;
}

/* Waits for a level, and lets the only processor go: for a moment while it measures, for longer otherwise. */
static void await(int value, char level, long pause_nanos, const char *what)
{
	const struct timespec pause = {0, pause_nanos};
	long long begun = now();
	char found;

	while (pread(value, &found, 1, 0) == 1 && found != level) {
		if (now() - begun > WAIT_NANOS_MAX) {
			fprintf(stderr, "waited in vain until %s\n", what);
			exit(1);
		}
		if (pause_nanos)
			nanosleep(&pause, NULL);
		else
			sched_yield();
	}
}

static void pull_to(int file, int high)
{
	const char *word = high ? "pull-up" : "pull-down";

	if (pwrite(file, word, strlen(word), 0) < 0)
		fail("pull");
}

static int measure(const char *sim, int in, int out, long times)
{
	int pull = file_of(sim, in, "pull", O_WRONLY), value = file_of(sim, out, "value", O_RDONLY);
	long long begun;
	long i;

	for (i = 0; i < WARM_UP + times; i++) {
		begun = now();
		pull_to(pull, i % 2 == 0);
		await(value, i % 2 ? '0' : '1', 0, "the output follows");
		if (i >= WARM_UP)
			printf("%lld\n", now() - begun);
	}
	return 0;
}

static int door(const char *sim, int rex, int leaf, int lock, long times)
{
	const struct timespec rest = {0, DOOR_REST_NANOS};
	int value = file_of(sim, lock, "value", O_RDONLY);
	long long begun;
	long i;

	rex = file_of(sim, rex, "pull", O_WRONLY);
	leaf = file_of(sim, leaf, "pull", O_WRONLY);
	for (i = 0; i < DOOR_WARM_UP + times; i++) {
		await(value, '0', DOOR_PAUSE_NANOS, "the door is locked");
		nanosleep(&rest, NULL);
		begun = now();
		pull_to(rex, 0);
		await(value, '1', 0, "the door is released");
		if (i >= DOOR_WARM_UP)
			printf("%lld\n", now() - begun);
		pull_to(rex, 1);
		pull_to(leaf, 1);
		await(value, '0', DOOR_PAUSE_NANOS, "the door is locked behind its leaf");
		pull_to(leaf, 0);
	}
	return 0;
}

int main(int count, char **words)
{
	if (count == 5 && !strcmp(words[1], "loop"))
		return loop(words[2], atoi(words[3]), atoi(words[4]));
	if (count == 6 && !strcmp(words[1], "measure"))
		return measure(words[2], atoi(words[3]), atoi(words[4]), atol(words[5]));
	if (count == 7 && !strcmp(words[1], "door"))
		return door(words[2], atoi(words[3]), atoi(words[4]), atoi(words[5]), atol(words[6]));
	fprintf(stderr, "usage: edges loop CHIP IN OUT | measure SIM IN OUT TIMES | door SIM REX LEAF LOCK TIMES\n");
	return 64;
}
