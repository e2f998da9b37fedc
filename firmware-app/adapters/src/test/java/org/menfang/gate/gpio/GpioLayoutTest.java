package org.menfang.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The structures as the C compiler lays them out.
@Timeout(120)
class GpioLayoutTest {
    @TempDir private Path folder;

    @Test
    void every_size_place_and_number_is_that_of_the_kernel_header() throws Exception {
        Map<String, Long> ours = new LinkedHashMap<>();
        ours.put("GPIO_MAX_NAME_SIZE", (long) GpioLayout.NAME_BYTES);
        ours.put("sizeof(struct gpiochip_info)", (long) GpioLayout.CHIP_INFO_BYTES);
        ours.put("offsetof(struct gpiochip_info, label)", (long) GpioLayout.CHIP_LABEL_AT);
        ours.put("offsetof(struct gpiochip_info, lines)", (long) GpioLayout.CHIP_LINES_AT);
        ours.put("sizeof(struct gpio_v2_line_info)", (long) GpioLayout.LINE_INFO_BYTES);
        putLineInfo(ours);
        putRequest(ours);
        ours.put("sizeof(struct gpio_v2_line_values)", (long) GpioLayout.VALUES_BYTES);
        ours.put("offsetof(struct gpio_v2_line_values, mask)", (long) GpioLayout.VALUES_MASK_AT);
        putEvent(ours);
        putNumbers(ours);
        assertEquals(lines(ours), asked(ours));
    }

    private static void putLineInfo(Map<String, Long> ours) {
        String type = "struct gpio_v2_line_info";
        ours.put(offset(type, "consumer"), (long) GpioLayout.LINE_INFO_CONSUMER_AT);
        ours.put(offset(type, "offset"), (long) GpioLayout.LINE_INFO_OFFSET_AT);
        ours.put(offset(type, "flags"), (long) GpioLayout.LINE_INFO_FLAGS_AT);
    }

    private static void putRequest(Map<String, Long> ours) {
        String type = "struct gpio_v2_line_request";
        ours.put("sizeof(" + type + ")", (long) GpioLayout.REQUEST_BYTES);
        ours.put(offset(type, "consumer"), (long) GpioLayout.REQUEST_CONSUMER_AT);
        ours.put(offset(type, "config.flags"), (long) GpioLayout.REQUEST_FLAGS_AT);
        ours.put(offset(type, "config.num_attrs"), (long) GpioLayout.REQUEST_ATTRIBUTE_COUNT_AT);
        ours.put(offset(type, "config.attrs"), (long) GpioLayout.REQUEST_ATTRIBUTES_AT);
        ours.put(offset(type, "num_lines"), (long) GpioLayout.REQUEST_LINE_COUNT_AT);
        ours.put(offset(type, "event_buffer_size"), (long) GpioLayout.REQUEST_EVENTS_AT);
        ours.put(offset(type, "fd"), (long) GpioLayout.REQUEST_DESCRIPTOR_AT);
        String attribute = "struct gpio_v2_line_config_attribute";
        ours.put("sizeof(" + attribute + ")", (long) GpioLayout.ATTRIBUTE_BYTES);
        ours.put(offset(attribute, "attr.values"), (long) GpioLayout.ATTRIBUTE_VALUE_AT);
        ours.put(
                offset(attribute, "attr.debounce_period_us"), (long) GpioLayout.ATTRIBUTE_VALUE_AT);
        ours.put(offset(attribute, "mask"), (long) GpioLayout.ATTRIBUTE_MASK_AT);
    }

    private static void putEvent(Map<String, Long> ours) {
        String type = "struct gpio_v2_line_event";
        ours.put("sizeof(" + type + ")", (long) GpioLayout.EVENT_BYTES);
        ours.put(offset(type, "timestamp_ns"), 0L);
        ours.put(offset(type, "id"), (long) GpioLayout.EVENT_ID_AT);
        ours.put(offset(type, "offset"), (long) GpioLayout.EVENT_LINE_AT);
        ours.put(offset(type, "seqno"), (long) GpioLayout.EVENT_SEQUENCE_AT);
        ours.put("GPIO_V2_LINE_EVENT_RISING_EDGE", (long) GpioLayout.EVENT_RISING);
    }

    private static void putNumbers(Map<String, Long> ours) {
        ours.put("GPIO_GET_CHIPINFO_IOCTL", GpioLayout.GET_CHIP_INFO);
        ours.put("GPIO_V2_GET_LINEINFO_IOCTL", GpioLayout.GET_LINE_INFO);
        ours.put("GPIO_V2_GET_LINE_IOCTL", GpioLayout.GET_LINE);
        ours.put("GPIO_V2_LINE_GET_VALUES_IOCTL", GpioLayout.GET_VALUES);
        ours.put("GPIO_V2_LINE_SET_VALUES_IOCTL", GpioLayout.SET_VALUES);
        ours.put("GPIO_V2_LINE_FLAG_USED", GpioLayout.USED);
        ours.put("GPIO_V2_LINE_FLAG_INPUT", GpioLayout.INPUT);
        ours.put("GPIO_V2_LINE_FLAG_OUTPUT", GpioLayout.OUTPUT);
        ours.put("GPIO_V2_LINE_FLAG_EDGE_RISING", GpioLayout.EDGE_RISING);
        ours.put("GPIO_V2_LINE_FLAG_EDGE_FALLING", GpioLayout.EDGE_FALLING);
        ours.put("GPIO_V2_LINE_FLAG_BIAS_PULL_UP", GpioLayout.PULL_UP);
        ours.put("GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN", GpioLayout.PULL_DOWN);
        ours.put("GPIO_V2_LINE_FLAG_BIAS_DISABLED", GpioLayout.PULL_NONE);
        ours.put("GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES", (long) GpioLayout.ATTRIBUTE_OUTPUT_VALUES);
        ours.put("GPIO_V2_LINE_ATTR_ID_DEBOUNCE", (long) GpioLayout.ATTRIBUTE_DEBOUNCE);
        ours.put("GPIO_V2_LINES_MAX * 16", (long) LinuxGpioChip.EVENTS_MAX);
    }

    private static String offset(String type, String member) {
        return "offsetof(" + type + ", " + member + ")";
    }

    private static String lines(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// What a small C program says that the expressions are.
    private String asked(Map<String, Long> expressions) throws Exception {
        String prints =
                expressions.keySet().stream()
                        .map(each -> "  printf(\"" + each + " %lu\\n\", (unsigned long)(" + each)
                        .collect(Collectors.joining("));\n", "", "));\n"));
        Path source =
                Files.writeString(
                        folder.resolve("layout.c"),
                        """
                        #include <linux/gpio.h>
                        #include <stddef.h>
                        #include <stdio.h>
                        int main(void) {
                        """
                                + prints
                                + "}\n");
        Path program = folder.resolve("layout");
        run("gcc", "-o", program.toString(), source.toString());
        return run(program.toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }
}
