package fr.passerelle.client;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A request for a list that comes in pages. Walking it asks for a page when the one before is used
 * up; {@code limit} is the size of pages and not of the list. {@link #send} gives one page.
 *
 * @param <P> a page
 * @param <I> an item
 * @param <R> the request itself
 */
public abstract class PageRequest<P, I, R extends PageRequest<P, I, R>> extends Request<P, R>
    implements Iterable<I> {
  private static final String CURSOR = "cursor";

  private final Function<P, List<I>> items;
  private final Function<P, @Nullable String> next;

  PageRequest(
      Transport transport,
      String template,
      Map<String, String> path,
      Class<P> type,
      Function<P, List<I>> items,
      Function<P, @Nullable String> next) {
    super(transport, "GET", template, path, type);
    this.items = items;
    this.next = next;
  }

  /** All items, page after page. */
  @Override
  public final Iterator<I> iterator() {
    Iterator<P> pages = new Pages(new LinkedHashMap<>(queried()));
    return new Iterator<>() {
      private final Queue<I> ready = new ArrayDeque<>();

      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && pages.hasNext()) {
          ready.addAll(items.apply(pages.next()));
        }
        return !ready.isEmpty();
      }

      @Override
      public I next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }

  /** All items, page after page. */
  public final Stream<I> stream() {
    return StreamSupport.stream(spliterator(), /* parallel= */ false);
  }

  /** The pages, from the one that {@code cursor} names, else the first. */
  public final Stream<P> pages() {
    Iterable<P> pages = () -> new Pages(new LinkedHashMap<>(queried()));
    return StreamSupport.stream(pages.spliterator(), /* parallel= */ false);
  }

  private final class Pages implements Iterator<P> {
    private final Map<String, String> parameters;
    private boolean more = true;

    Pages(Map<String, String> parameters) {
      this.parameters = parameters;
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public P next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      P page = sendWith(parameters);
      @Nullable String cursor = next.apply(page);
      more = cursor != null && !cursor.equals(parameters.get(CURSOR));
      if (cursor != null) {
        parameters.put(CURSOR, cursor);
      }
      return page;
    }
  }
}
