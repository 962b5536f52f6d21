using System.Text.Json;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

/// <summary>Builds a network from a <c>*_net.json</c> and the connections in its first weights file.</summary>
public static class NetworkReader
{
    // Go types, and what makes a layer or projection of them here. A mechanism adds its own when it is built.
    private static readonly Dictionary<string, Func<string, Data.Shape, LayerKind, LeabraLayer>> LayerTypes = new()
    {
        ["*leabra.Layer"] = (name, shape, kind) => new LeabraLayer(name, shape, kind),
        ["*main.SpikeLayer"] = (name, shape, kind) => new SpikingLayer(name, shape, kind),
        ["*deep.SuperLayer"] = (name, shape, _) => new SuperLayer(name, shape),
        ["*deep.CTLayer"] = (name, shape, _) => new CorticothalamicLayer(name, shape),
        ["*deep.TRCLayer"] = (name, shape, _) => new PulvinarLayer(name, shape) { AllowsOverflow = true },
        ["*rl.RWPredLayer"] = (name, _, _) => new RescorlaWagnerPredictionLayer(name),
        ["*rl.RWDaLayer"] = (name, _, _) => new RescorlaWagnerDopamineLayer(name),
        ["*rl.TDRewPredLayer"] = (name, _, _) => new TDRewardPredictionLayer(name),
        ["*rl.TDRewIntegLayer"] = (name, _, _) => new TDRewardIntegrationLayer(name),
        ["*rl.TDDaLayer"] = (name, _, _) => new TDDopamineLayer(name),
        ["*main.ILLayer"] = (name, shape, kind) => new InterInhibitionLayer(name, shape, kind),
        ["*glong.Layer"] = (name, shape, kind) => new LongConductanceLayer(name, shape, kind),
        ["*pvlv.PVLayer"] = (name, shape, _) => new PrimaryValueLayer(name, shape),
        ["*pvlv.PPTgLayer"] = (name, _, _) => new PedunculopontineLayer(name),
        ["*pvlv.LHbRMTgLayer"] = (name, _, _) => new HabenulaLayer(name),
        ["*pvlv.VTALayer"] = (name, _, _) => new TegmentalLayer(name, default),
        ["*pvlv.BlAmygLayer"] = (name, shape, _) => new BasolateralAmygdalaLayer(name, shape, default),
        ["*pvlv.CElAmygLayer"] = (name, shape, _) => new CentralAmygdalaLayer(name, shape, default),
        ["*pvlv.MSNLayer"] = (name, shape, _) => new VentralStriatumLayer(name, shape, default, default),
    };

    private static readonly Dictionary<string, Func<Layer, Layer, Connectivity, ProjectionKind, LeabraProjection>> ProjectionTypes = new()
    {
        ["*leabra.Prjn"] = (sender, receiver, connectivity, kind) => new LeabraProjection(sender, receiver, connectivity, kind),
        ["*deep.CTCtxtPrjn"] = (sender, receiver, connectivity, _) => new ContextProjection(sender, receiver, connectivity),
        ["*hip.CHLPrjn"] = (sender, receiver, connectivity, kind) => new CHLProjection(sender, receiver, connectivity, kind),
        ["*hip.EcCa1Prjn"] = (sender, receiver, connectivity, kind) => new EcCa1Projection(sender, receiver, connectivity, kind),
        ["*rl.RWPrjn"] = (sender, receiver, connectivity, kind) => new RescorlaWagnerProjection(sender, receiver, connectivity, kind),
        ["*rl.TDRewPredPrjn"] = (sender, receiver, connectivity, kind) => new TDRewardPredictionProjection(sender, receiver, connectivity, kind),
        ["*glong.NMDAPrjn"] = (sender, receiver, connectivity, _) => new NMDAProjection(sender, receiver, connectivity),
        ["*pvlv.AmygModPrjn"] = (sender, receiver, connectivity, kind) => new AmygdalaProjection(sender, receiver, connectivity, kind),
        ["*pvlv.MSNPrjn"] = (sender, receiver, connectivity, _) => new StriatalProjection(sender, receiver, connectivity, default),
    };

    // What belongs to one type alone and is no parameter of a style: names of other layers, lists, switches.
    private static readonly Dictionary<string, Action<LeabraNetwork, IStyled, JsonElement>> Own = new()
    {
        ["RewLay"] = (_, layer, value) => ((RescorlaWagnerDopamineLayer)layer).RewLay = value.GetString()!,
        ["RWPredLay"] = (_, layer, value) => ((RescorlaWagnerDopamineLayer)layer).RWPredLay = value.GetString()!,
        ["RewInteg"] = (_, layer, value) => ((TDDopamineLayer)layer).RewInteg = value.GetString()!,
        ["BurstQtr"] = (_, layer, value) => ((CorticothalamicLayer)layer).BurstQtr = value.GetInt32(),
        ["Drivers"] = (_, layer, value) =>
        {
            if (value.ValueKind != JsonValueKind.Array) { return; }
            foreach (var driver in value.EnumerateArray()) { ((PulvinarLayer)layer).Drivers.Add(driver.GetProperty("Driver").GetString()!); }
        },
        ["DaTol"] = (_, projection, value) => ((RescorlaWagnerProjection)projection).DaTol = value.GetSingle(),
        // The reference lists layers that have no receptors too, and then leaves them out.
        ["SendDA"] = (network, layer, value) =>
            (layer is TegmentalLayer tegmental ? tegmental.SendDA : ((DopamineLayer)layer).SendDA).Add(Strings(value).Where(name => network[name] is IDopamineReceiver)),
        // The reference skips names of layers that there are not; here they are an error.
        ["ILI.Lays"] = (network, layer, value) =>
            (layer is BasolateralAmygdalaLayer amygdala ? amygdala.ILI : ((InterInhibitionLayer)layer).ILI).Lays.Add(Strings(value).Where(name => network.TryGetLayer(name, out _))),
        ["PVReceivers"] = (_, layer, value) => ((PrimaryValueLayer)layer).PVReceivers.Add(Strings(value)),
        ["ModReceivers"] = (_, layer, value) =>
        {
            foreach (var target in value.EnumerateArray()) { ((ModulatedLayer)layer).ModReceivers.Add(target.GetProperty("RcvName").GetString()!, target.GetProperty("Scale").GetSingle()); }
        },
        // The names that the lateral habenula knows; the reference ignores others in the list.
        ["RcvFrom"] = (_, layer, value) =>
        {
            var (sources, names) = (((HabenulaLayer)layer).Sources, Strings(value).ToHashSet());
            foreach (var source in typeof(HabenulaSourceParams).GetProperties()) { if (!names.Contains(source.Name)) { source.SetValue(sources, ""); } }
        },
        // Of the amygdala only a label.
        ["Valence"] = (_, layer, value) => { if (layer is TegmentalLayer tegmental) { tegmental.Valence = value.GetString() == "POS" ? Valence.Positive : Valence.Negative; } },
    };

    // What the reference derives from other parameters, and stores beside them.
    private static readonly HashSet<string> Derived =
        ["Act.KNa.Fast.Dt", "Act.KNa.Med.Dt", "Act.KNa.Slow.Dt", "Spike.RateDt", "Learn.LrateInit", "CHL.Err", "TopoInhib.Wts", "FmSuper", "GABAB.MaxTime", "IsModSender", "IsModReceiver", "SendPVQuarter"];

    // What the reference has and nothing reads: of layers, and of projections alone.
    private static readonly HashSet<string> Unused = ["NegGain", "PosGain", "ModSendThreshold", "CElTyp.AcqExt", "CElTyp.Valence"];
    private static readonly HashSet<string> UnusedOfProjections =
        ["DaMod.On", "DaMod.RecepType", "DaMod.BurstGain", "DaMod.DipGain", "RLActVar", "SLActVar", "Trace.Decay"];

    /// <summary>The types in a network description that are not built yet.</summary>
    public static IReadOnlyList<string> UnknownTypes(JsonElement description) =>
    [
        .. Layers(description).Select(l => l.GetProperty("GoType").GetString()!).Where(t => !LayerTypes.ContainsKey(t)),
        .. Layers(description).SelectMany(Projections).Select(p => p.GetProperty("GoType").GetString()!).Where(t => !ProjectionTypes.ContainsKey(t)),
    ];

    /// <summary>Builds the network; its weights are still to be set.</summary>
    public static LeabraNetwork Read(JsonElement description, SavedWeights weights)
    {
        var network = new LeabraNetwork(weights.Network);
        var described = Layers(description).ToList();
        var owners = new List<(IStyled Owner, JsonElement Parameters)>();
        foreach (var layer in described)
        {
            var name = Text(layer, "Name");
            var kind = Enum.TryParse<LayerKind>(Text(layer, "Type"), out var known) ? known : LayerKind.Hidden;
            var made = network.AddLayer(LayerTypes[Text(layer, "GoType")](name, [.. layer.GetProperty("Shape").EnumerateArray().Select(s => s.GetInt32())], kind));
            AddClasses(made.AddClass, layer);
            owners.Add((made, layer.GetProperty("Params")));
        }
        foreach (var (layer, saved) in described.Zip(weights.Layers))
        {
            foreach (var (projection, savedProjection) in Projections(layer).Zip(saved.Projections))
            {
                var sender = network[Text(projection, "From")];
                var receiver = network[Text(layer, "Name")];
                var made = network.Project(ProjectionTypes[Text(projection, "GoType")](
                    sender, receiver, Pattern(projection, savedProjection), Enum.TryParse<ProjectionKind>(Text(projection, "Type"), out var kind) ? kind : ProjectionKind.Forward));
                made.IsOff = projection.GetProperty("Off").GetBoolean();
                AddClasses(made.AddClass, projection);
                owners.Add((made, projection.GetProperty("Params")));
            }
        }
        foreach (var (owner, parameters) in owners) { SetParameters(network, owner, parameters); }
        if (network.TryGetLayer("ECout", out _)) { network.AddMechanism(new ThetaPhases(network["ECin"], network["ECout"], network["CA1"], network["CA3"], network["DG"])); }
        return network;
    }

    private static JsonElement.ArrayEnumerator Layers(JsonElement description) => description.GetProperty("Layers").EnumerateArray();

    private static IEnumerable<JsonElement> Projections(JsonElement layer) =>
        layer.GetProperty("RecvPrjns") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void AddClasses(Action<string> add, JsonElement element) => add(Text(element, "Class"));

    /// <summary>The pattern itself where it is not random; the connections in the weights file where it is.</summary>
    private static Connectivity Pattern(JsonElement projection, SavedProjection saved)
    {
        var name = Text(projection, "Pattern");
        return name is "UnifRnd" or "PoolUnifRnd" ? new SavedConnectivity(name, saved) : Connectivity.FromJson(name, projection.GetProperty("PatternParams"));
    }

    private static void SetParameters(LeabraNetwork network, IStyled owner, JsonElement parameters)
    {
        foreach (var (path, value) in Flatten(parameters, ""))
        {
            // A spiking layer's own copy of the activation parameters; only what spiking adds is not in Act.
            var own = path.StartsWith("SpikeAct.", StringComparison.Ordinal) ? path["SpikeAct.".Length..] : path;
            var isCopy = own.Length < path.Length && !own.StartsWith("Spike.", StringComparison.Ordinal);
            own = isCopy ? $"Act.{own}" : own;
            if (Derived.Contains(own) || Unused.Contains(own) || (owner is Projection && UnusedOfProjections.Contains(own))) { continue; }
            if (Own.TryGetValue(own, out var set))
            {
                set(network, owner, value);
                continue;
            }
            var where = $"net.json, '{owner.Name}'";
            var parameter = ParameterTree.Of(owner).Require(own, where);
            var parsed = parameter.Parse(value.ToString(), where);
            if (isCopy && !Equals(parameter.Get(owner), parsed)) { throw new EmergentException($"{where}: {path} is {value}, {own} is {Parameter.Format(parameter.Get(owner))}; a spiking layer here has one set."); }
            parameter.Set(owner, parsed);
        }
    }

    private static IEnumerable<string> Strings(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    private static IEnumerable<(string Path, JsonElement Value)> Flatten(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(p => Flatten(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}"))
        : [(path, element)];

    private sealed record SavedConnectivity(string Name, SavedProjection Saved) : Connectivity
    {
        public override string PatternName => Name;

        protected override void AddConnections(Data.Shape senders, Data.Shape receivers, bool same, ConnectionsBuilder connections)
        {
            foreach (var receiver in Saved.Receivers) { foreach (var sender in receiver.Senders) { connections.Add(receiver.Unit, sender); } }
        }
    }
}
