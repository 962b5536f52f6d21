using Emergent.Networks;

namespace Emergent.Studio;

// Files of records, which come and go by requests of their own as weights do.
internal sealed partial class SimulationSession
{
    /// <summary>A file of all records that there are at the next safe point; from any thread. It is written by whoever asks for it, while the simulation goes on.</summary>
    /// <exception cref="EmergentException">No variable has been recorded.</exception>
    public Task<(string Name, Action<Stream> Write)> SaveNetData(string network, bool compresses) => AtSafePoint<(string, Action<Stream>)>(() =>
    {
        var feed = FeedOf(network);
        if (feed.History.Count == 0) { RecordState(feed); }
        var data = feed.History.Share();
        if (data.Variables.Count == 0) { throw new EmergentException($"Of network '{data.Network}', which is large, only the variables that are shown are recorded, and none is. Show one, and run."); }
        var name = $"{NameOf(feed)}.netdat{(compresses ? ".gz" : "")}";
        return (name, stream => data.Save(stream, name));
    });

    /// <summary>Shows records that have been read instead of those that there are, when the simulation rests; from any thread.</summary>
    /// <returns>What is shown, in words.</returns>
    /// <exception cref="EmergentException">They are from another network, or the simulation runs; nothing has changed.</exception>
    public Task<string> OpenNetData(NetData data, string name, string network) => AtSafePoint(() =>
    {
        var feed = FeedOf(network);
        if (_stateOfSession is SessionState.Running or SessionState.Stopping || _isActing)
        {
            throw new EmergentException($"Records '{name}' were not opened: the simulation runs, and its states would take their place at once. Stop it first.");
        }
        feed.Open(data, name);
        foreach (var view in ViewsOf(feed)) { view.Renew(); }
        var (history, dropped) = (feed.History, data.Count - feed.History.Count);
        var missing = feed.Network.UnitVariables.Select(v => v.Name).Except(data.Variables).ToList();
        var shown = $"'{name}' is shown: {history.Count} records{(dropped > 0 ? $", the newest of {data.Count}: more do not fit into {history.Budget / 1_000_000} MB" : "")}"
            + $"{(missing.Count > 0 ? $", without {string.Join(", ", missing)}" : "")}. The network is as it was; its next states will follow them.";
        Log("info", $"Records {shown}");
        return shown;
    });
}
