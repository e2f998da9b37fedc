package org.menfang.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Lets a record of the single component `value` stand for that value, so that ids need no
/// annotation.
final class ValueRecords extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedMethod method
                && method.getName().equals("value")
                && isValueRecord(method.getDeclaringClass())) {
            return true;
        }
        return super.hasAsValue(config, annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
            MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == 1
                && isValueRecord(constructor.getDeclaringClass())) {
            return JsonCreator.Mode.DELEGATING;
        }
        return super.findCreatorAnnotation(config, annotated);
    }

    private static boolean isValueRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getName().equals("value");
    }
}
