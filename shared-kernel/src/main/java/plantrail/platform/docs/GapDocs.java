package plantrail.platform.docs;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Of lists with {@link Gaps}, says that an element is null or what it is otherwise. */
@Component
public class GapDocs implements PropertyCustomizer {

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public Schema customize(Schema property, AnnotatedType type) {
    boolean gaps =
        Stream.ofNullable(type.getCtxAnnotations())
            .flatMap(Arrays::stream)
            .anyMatch(Gaps.class::isInstance);
    if (gaps && property.getItems() != null) {
      Schema none = new JsonSchema();
      none.addType("null");
      Schema element = new JsonSchema();
      element.setAnyOf(List.of(property.getItems(), none));
      property.setItems(element);
    }
    return property;
  }
}
