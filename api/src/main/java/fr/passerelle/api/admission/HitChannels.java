package fr.passerelle.api.admission;

import fr.passerelle.api.http.Hits;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts a {@link HitHandler} before the framework in each connection. */
@Singleton
final class HitChannels implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final BeanProvider<Hits> hits;
  private final BeanProvider<Admission> admission;

  HitChannels(BeanProvider<Hits> hits, BeanProvider<Admission> admission) {
    this.hits = hits;
    this.admission = admission;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(Optional.empty()));
    return event.getBean();
  }

  private final class Customizer implements NettyServerCustomizer {
    private final Optional<Channel> channel;

    Customizer(Optional<Channel> channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Customizer(Optional.of(opened)) : this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      channel.map(Channel::pipeline).ifPresent(this::insert);
    }

    /** Only where messages of HTTP/1.1 pass: other versions have other handlers. */
    private void insert(ChannelPipeline pipeline) {
      if (pipeline.context(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null
          && pipeline.context(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND) != null) {
        pipeline.addBefore(
            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
            "answers-at-hand",
            new HitHandler(hits.get(), admission.get()));
      }
    }
  }
}
