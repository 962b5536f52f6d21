using Emergent.Networks;

namespace Emergent.Studio;

// Weights files, which come and go by requests of their own: they are larger than messages may be.
internal sealed partial class SimulationSession
{
    /// <summary>A file of the weights as they are at the next safe point; from any thread.</summary>
    /// <exception cref="EmergentException">A weight is not a number.</exception>
    public Task<(string Name, Action<Stream> Write)> SaveWeights(string network, bool compresses)
    {
        return AtSafePoint<(string, Action<Stream>)>(() =>
        {
            var feed = FeedOf(network);
            var name = $"{NameOf(feed)}.wts{(compresses ? ".gz" : "")}";
            var content = new MemoryStream();
            feed.Network.SaveWeights(content, name);
            return (name, stream => content.WriteTo(stream));
        });
    }

    /// <summary>Gives the network weights that have been read, when it is in no trial; from any thread.</summary>
    /// <returns>What was applied, in words.</returns>
    /// <exception cref="EmergentException">They are from another network, or the simulation waits in the middle of a trial; nothing has changed.</exception>
    public Task<string> OpenWeights(SavedWeights weights, string name, string network)
    {
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try { BetweenTrials(() => Complete(said, () => Take(weights, name, network))); }
            catch (EmergentException e) { said.SetException(e); }
        });
        return said.Task;
    }

    private string Take(SavedWeights weights, string name, string network)
    {
        var feed = FeedOf(network);
        feed.Network.SetWeights(weights, name);
        feed.Pass();
        _areTablesStale = true;
        var projections = weights.Layers.SelectMany(l => l.Projections).ToList();
        var applied = $"'{name}' is in place: {weights.Layers.Count} layers, {projections.Count} projections, {projections.Sum(p => p.Receivers.Sum(r => (long)r.Weights.Length))} weights of network '{weights.Network}'.";
        Log("info", $"Weights {applied}");
        return applied;
    }

    /// <summary>What files of a network are called, but for their ending: where its training is says the name of the one that is run.</summary>
    private string NameOf(NetworkFeed feed) => feed == _feed ? _simulation.WeightsName : feed.Network.Name;

    /// <summary>Has something done at the next safe point, from any thread, and brings what comes of it.</summary>
    private Task<T> AtSafePoint<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => Complete(result, work));
        return result.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> source, Func<T> work)
    {
        try { source.SetResult(work()); }
        catch (Exception e) { source.SetException(e); }   // whatever it is, the answer to the request says it
    }
}
