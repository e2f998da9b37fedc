/*
 * From an edge to an output, without anything between: the loop that others are measured beside, and the measure.
 *
 * usage: edges loop CHIP IN OUT           drives OUT to what IN carries, edge by edge, until it is killed
 *        edges measure SIM IN OUT TIMES   pulls at IN and waits until OUT follows; prints nanoseconds, one a line
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

static int measure(const char *sim, int in, int out, long times)
{
	int pull = file_of(sim, in, "pull", O_WRONLY), value = file_of(sim, out, "value", O_RDONLY);
	long long begun;
	char level[2];
	long i;

	for (i = 0; i < WARM_UP + times; i++) {
		const char *word = i % 2 ? "pull-down" : "pull-up";

		begun = now();
		if (pwrite(pull, word, strlen(word), 0) < 0)
			fail("pull");
		while (pread(value, level, 1, 0) == 1 && level[0] != (i % 2 ? '0' : '1')) {
			if (now() - begun > WAIT_NANOS_MAX) {
				fprintf(stderr, "line %d does not follow line %d\n", out, in);
				return 1;
			}
			/* Whoever drives the line has the only processor until it waits again. */
			sched_yield();
		}
		if (i >= WARM_UP)
			printf("%lld\n", now() - begun);
	}
	return 0;
}

int main(int count, char **words)
{
	if (count == 5 && !strcmp(words[1], "loop"))
		return loop(words[2], atoi(words[3]), atoi(words[4]));
	if (count == 6 && !strcmp(words[1], "measure"))
		return measure(words[2], atoi(words[3]), atoi(words[4]), atol(words[5]));
	fprintf(stderr, "usage: edges loop CHIP IN OUT | measure SIM IN OUT TIMES\n");
	return 64;
}
