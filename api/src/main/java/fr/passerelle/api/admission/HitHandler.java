package fr.passerelle.api.admission;

import fr.passerelle.api.http.Hits;
import fr.passerelle.api.http.Language;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives answers that are at hand as requests of a connection arrive, before the framework sees
 * them; all others pass by.
 *
 * <p>Answers leave in the order of the requests (RFC 9112, section 9.3.2): as long as the framework
 * owes one, what comes is the framework's as well.
 */
final class HitHandler extends ChannelDuplexHandler {
  private static final Logger LOG = LoggerFactory.getLogger(HitHandler.class);

  private final Hits hits;
  private final Admission admission;
  private int owed;
  private boolean interim;
  private boolean answered;
  private boolean unflushed;

  HitHandler(Hits hits, Admission admission) {
    this.hits = hits;
    this.admission = admission;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      @Nullable FullHttpResponse response = find(context, request);
      if (response != null) {
        answered = true;
        unflushed = true;
        ReferenceCountUtil.release(message);
        var _ = context.write(response, context.voidPromise());
        return;
      }
      owed++;
      tidy(request.headers());
    } else if (answered) {
      // The end of a request that has no body.
      answered = !(message instanceof LastHttpContent);
      ReferenceCountUtil.release(message);
      return;
    }
    context.fireChannelRead(message);
  }

  /** What is no list of languages is not there: the framework would fail on it. */
  private static void tidy(HttpHeaders headers) {
    for (String each : headers.getAll(HttpHeaderNames.ACCEPT_LANGUAGE)) {
      if (!Language.isReadable(each)) {
        headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
      }
    }
  }

  /**
   * Who does not read what was sent waits as with any other answer; who names no host or two, or
   * has no point left, is refused by the framework.
   */
  private @Nullable FullHttpResponse find(ChannelHandlerContext context, HttpRequest request) {
    if (owed > 0
        || !context.channel().isWritable()
        || request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
      return null;
    }
    try {
      @Nullable FullHttpResponse response = hits.find(request);
      return response == null ? null : admitted(context, request, response);
    } catch (RuntimeException e) {
      // The framework answers all the same.
      LOG.error("une réponse gardée ne peut pas être rendue", e);
      return null;
    }
  }

  private @Nullable FullHttpResponse admitted(
      ChannelHandlerContext context, HttpRequest request, FullHttpResponse response) {
    if (context.channel().remoteAddress() instanceof InetSocketAddress peer) {
      // Without a key, which what is at hand never has, nothing has to be looked up.
      Standing standing = admission.of(peer, request.headers()::getAll).getNow(Standing.UNLIMITED);
      if (!standing.take()) {
        response.release();
        return null;
      }
      standing.tell(response.headers()::set);
    }
    return response;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (unflushed) {
      unflushed = false;
      context.flush();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response) {
      interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
    if (message instanceof LastHttpContent && !interim) {
      owed--;
    }
    var _ = context.write(message, promise);
  }
}
