package org.menfang.hub.web;

import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Writes the numbers of the hub and of this server in the text form that Prometheus reads.
final class MetricsPage {
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Supplier<List<Figure>> hub;
    private final HttpFigures http;

    MetricsPage(Supplier<List<Figure>> hub, HttpFigures http) {
        this.hub = hub;
        this.http = http;
    }

    void show(Context ctx) {
        Map<String, List<Figure>> byName = new TreeMap<>();
        List<Figure> all = new ArrayList<>(hub.get());
        all.addAll(http.all());
        all.forEach(figure ->
                byName.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure));
        ctx.contentType(writer.getContentType()).result(text(byName.values()));
    }

    private byte[] text(Iterable<List<Figure>> families) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        families.forEach(family -> snapshots.add(snapshot(family)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, new MetricSnapshots(snapshots), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static MetricSnapshot snapshot(List<Figure> family) {
        Figure first = family.getFirst();
        if (first.counter()) {
            CounterSnapshot.Builder counter =
                    CounterSnapshot.builder().name(first.name()).help(first.help());
            family.forEach(figure ->
                    counter.dataPoint(
                            CounterDataPointSnapshot.builder()
                                    .labels(labels(figure))
                                    .value(figure.value())
                                    .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(first.name()).help(first.help());
        family.forEach(figure ->
                gauge.dataPoint(
                        GaugeDataPointSnapshot.builder()
                                .labels(labels(figure))
                                .value(figure.value())
                                .build()));
        return gauge.build();
    }

    private static Labels labels(Figure figure) {
        Map<String, String> sorted = new TreeMap<>(figure.labels());
        return Labels.of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }
}
