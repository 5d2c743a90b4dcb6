package fr.passerelle.api.admission;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Puts a {@link Pace} before every connection: who sends a request byte by byte holds a connection
 * for nothing, and a thousand such hold them all (slowloris). The idle timeout of the framework
 * does not see it, as something always comes.
 */
@Singleton
final class SlowSenders implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final Duration patience;

  SlowSenders(@Value("${passerelle.patience:15s}") Duration patience) {
    this.patience = patience;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Server());
    return event.getBean();
  }

  private final class Server implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  private final class Connection implements NettyServerCustomizer {
    private final Channel channel;

    Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onStreamPipelineBuilt() {
      ChannelPipeline pipeline = channel.pipeline();
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      if (pipeline.get(codec) != null) {
        Pace pace = new Pace(patience);
        pipeline.addBefore(codec, "pace-bytes", pace.ofBytes());
        pipeline.addAfter(codec, "pace-requests", pace.ofRequests());
      }
    }
  }
}
