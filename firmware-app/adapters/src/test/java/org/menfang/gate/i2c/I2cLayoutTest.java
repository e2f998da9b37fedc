package org.menfang.gate.i2c;

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
class I2cLayoutTest {
    @TempDir private Path folder;

    @Test
    void every_size_place_and_number_is_that_of_the_kernel_header() throws Exception {
        String type = "struct i2c_smbus_ioctl_data";
        Map<String, Long> ours = new LinkedHashMap<>();
        ours.put("sizeof(" + type + ")", (long) I2cLayout.EXCHANGE_BYTES);
        ours.put("offsetof(" + type + ", read_write)", 0L);
        ours.put("offsetof(" + type + ", command)", (long) I2cLayout.EXCHANGE_REGISTER_AT);
        ours.put("offsetof(" + type + ", size)", (long) I2cLayout.EXCHANGE_SIZE_AT);
        ours.put("offsetof(" + type + ", data)", (long) I2cLayout.EXCHANGE_DATA_AT);
        ours.put("sizeof(union i2c_smbus_data)", (long) I2cLayout.DATA_BYTES);
        ours.put("I2C_SLAVE", I2cLayout.SLAVE);
        ours.put("I2C_SMBUS", I2cLayout.SMBUS);
        ours.put("I2C_SMBUS_READ", (long) I2cLayout.READ);
        ours.put("I2C_SMBUS_WRITE", (long) I2cLayout.WRITE);
        ours.put("I2C_SMBUS_BYTE_DATA", (long) I2cLayout.BYTE_DATA);
        ours.put("I2C_SMBUS_WORD_DATA", (long) I2cLayout.WORD_DATA);
        ours.put("I2C_SMBUS_I2C_BLOCK_DATA", (long) I2cLayout.I2C_BLOCK_DATA);
        ours.put("I2C_SMBUS_BLOCK_MAX", (long) Registers.BLOCK_BYTES_MAX);
        assertEquals(
                ours.entrySet().stream()
                        .map(value -> value.getKey() + " " + value.getValue())
                        .collect(Collectors.joining("\n")),
                asked(ours));
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
                        #include <linux/i2c-dev.h>
                        #include <linux/i2c.h>
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
