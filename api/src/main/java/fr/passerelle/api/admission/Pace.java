package fr.passerelle.api.admission;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How fast the requests of one connection come in, looked at once in a while: a head that takes
 * longer than that, or a body that moves by less than a kilobyte meanwhile, ends the connection.
 * Between requests, and while it is the service that does not read, there is no hurry.
 *
 * <p>All of it runs on the event loop of the connection.
 */
final class Pace {
  private static final int LEAST_BYTES = 1_000;

  private final long patience;
  private boolean sending;
  private boolean headComplete;
  private boolean waiting;
  private boolean waitedBefore;
  private long bytes;

  /** How many looks the request has lasted. */
  private int looks;

  Pace(Duration patience) {
    this.patience = patience.toMillis();
  }

  private void look(ChannelHandlerContext ctx) {
    boolean slow = !headComplete || (waiting && waitedBefore && bytes < LEAST_BYTES);
    if (sending && looks > 0 && slow) {
      ChannelFuture _ = ctx.close();
      return;
    }
    looks++;
    bytes = 0;
    waitedBefore = waiting;
  }

  private void begin(boolean complete) {
    if (!sending) {
      looks = 0;
      bytes = 0;
    }
    sending = true;
    headComplete = complete;
  }

  /** What sees bytes come in, before they are requests. */
  ChannelHandler ofBytes() {
    return new ChannelDuplexHandler() {
      private @Nullable ScheduledFuture<?> looking;

      @Override
      public void handlerAdded(ChannelHandlerContext ctx) {
        looking =
            ctx.executor()
                .scheduleAtFixedRate(() -> look(ctx), patience, patience, TimeUnit.MILLISECONDS);
      }

      @Override
      public void handlerRemoved(ChannelHandlerContext ctx) {
        if (looking != null) {
          looking.cancel(false);
        }
      }

      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!sending) {
          begin(/* complete= */ false);
        }
        if (message instanceof ByteBuf buffer) {
          bytes += buffer.readableBytes();
        }
        ctx.fireChannelRead(message);
      }

      @Override
      public void channelReadComplete(ChannelHandlerContext ctx) {
        waiting = false;
        ctx.fireChannelReadComplete();
      }

      @Override
      public void read(ChannelHandlerContext ctx) {
        waiting = true;
        ctx.read();
      }
    };
  }

  /** What sees requests begin and end. */
  ChannelHandler ofRequests() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
          begin(/* complete= */ true);
        }
        if (message instanceof LastHttpContent) {
          sending = false;
        }
        ctx.fireChannelRead(message);
      }
    };
  }
}
